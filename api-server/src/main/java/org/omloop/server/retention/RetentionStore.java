package org.omloop.server.retention;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.omloop.ledger.account.AccountId;

/** What retention reads and ends of the bank's and the journal's tables, and its proofs. Thread-safe. */
public interface RetentionStore {
  /**
   * What retention does with the bank's lines and files.
   *
   * @param lines how many
   * @param files how many
   */
  record OfTheBank(int lines, int files) {}

  /** Returns accounts that were closed before that day (UTC), also where nothing is kept of them any more. */
  Future<List<AccountId>> closedBefore(LocalDate day);

  /** Counts lines that were booked, and files that came, before that day, and still say who paid. */
  Future<OfTheBank> dueOfTheBank(LocalDate before);

  /**
   * Takes out of them who paid. Lines that nobody has booked stay, with their files: somebody has to send that money
   * back.
   */
  Future<OfTheBank> blank(LocalDate before);

  /** Keeps the proof of a run. */
  Future<Void> add(long ranAt, String jws);

  /** Returns the latest proofs, the last first. */
  Future<List<String>> latest(int most);
}
