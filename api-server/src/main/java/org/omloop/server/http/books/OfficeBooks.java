package org.omloop.server.http.books;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.books.AccountSums;
import org.omloop.server.books.Audit;

/** What the API reads of the operator's books. A future fails when they cannot be reached. Thread-safe. */
public interface OfficeBooks {
  /**
   * How far auditing is.
   *
   * @param made the last audit that was finished; empty before the first
   * @param madeAt when; the epoch before the first
   * @param isRunning whether another is being made
   * @param done how many entries that one has read
   * @param trouble whether the last try could not read the books
   */
  record State(
      Optional<Audit> made, Instant madeAt, boolean isRunning, long done, boolean trouble) {}

  /** Returns the last audit, and begins another where that is older than the journal and not of just now. */
  State audit();

  /** Returns the last audit, and begins none. */
  State lastAudit();

  /** Returns the trial balance of a half-open span of unix microseconds, by entries below a size. */
  Future<List<AccountSums>> sums(long fromMicros, long untilMicros, long size);

  /** Returns leaves of a half-open span of unix microseconds and of indexes, in order. */
  Future<List<byte[]>> leaves(
      long fromMicros,
      long untilMicros,
      Optional<String> kind,
      Optional<AccountId> account,
      long from,
      long size,
      int limit);

  /** Writes the audit file of a year (UTC), to be deleted by whoever asked. */
  Future<Path> auditFile(Year year);
}
