package org.omloop.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.books.AccountSums;
import org.omloop.server.books.Audit;
import org.omloop.server.books.AuditResult;
import org.omloop.server.books.AuditResult.Verdict;
import org.omloop.server.export.AuditFile;
import org.omloop.server.export.JournalExport;
import org.omloop.server.http.books.OfficeBooks;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.KeptJournal;
import org.omloop.server.postgres.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's books beside a running server. An audit reads the whole journal on a worker thread, one at a time; the last
 * is kept, and every hour another is made where there are new entries: what differs goes to the log. Thread-safe.
 */
final class LiveBooks implements OfficeBooks {
  private static final Logger LOG = LoggerFactory.getLogger(LiveBooks.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration FIRST = Duration.ofMinutes(2);
  private static final Duration AGAIN = Duration.ofHours(1);
  /** Members' phones come first. */
  private static final int CORES = 1;

  private final Vertx vertx;
  private final Database database;
  private final Path folder;
  private final LongSupplier head;
  private final Clock clock;
  private final LedgerReader reader;
  // guarded by this
  private State state = new State(Optional.empty(), Instant.EPOCH, false, 0, false);
  private Instant begunAt = Instant.EPOCH;

  LiveBooks(Vertx vertx, Database database, Path folder, LongSupplier head, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.folder = folder;
    this.head = head;
    this.clock = clock;
    this.reader = new LedgerReader(vertx, database);
    vertx.setTimer(FIRST.toMillis(), fired -> repeat());
  }

  private void repeat() {
    audit();
    vertx.setTimer(AGAIN.toMillis(), fired -> repeat());
  }

  @Override
  public synchronized State audit() {
    boolean isOld = state.made().map(Audit::size).orElse(0L) < head.getAsLong()
        && begunAt.plus(FRESH).isBefore(clock.instant());
    if (isOld && !state.isRunning() && head.getAsLong() > 0) {
      begunAt = clock.instant();
      state = new State(state.made(), state.madeAt(), true, 0, false);
      vertx.executeBlocking(this::make, false).onComplete(made -> {
        if (made.failed()) {
          LOG.warn("the books could not be audited: {}", made.cause().toString());
        }
        finish(Optional.ofNullable(made.result()));
      });
    }
    return state;
  }

  private Audit make() {
    try (KeptJournal kept = KeptJournal.beside(database)) {
      return AuditRun.of(kept, folder).run(CORES, this::progress);
    }
  }

  private synchronized void progress(long done) {
    state = new State(state.made(), state.madeAt(), true, done, false);
  }

  private synchronized void finish(Optional<Audit> made) {
    made.ifPresent(LiveBooks::tell);
    state = made.isPresent()
        ? new State(made, clock.instant(), false, 0, false)
        : new State(state.made(), state.madeAt(), false, 0, true);
  }

  private static void tell(Audit audit) {
    List<String> differing = audit.results().stream()
        .filter(each -> each.verdict() == Verdict.DIFFERENCE)
        .map(AuditResult::check)
        .map(Enum::name)
        .toList();
    if (!differing.isEmpty()) {
      LOG.warn("the books differ: {}; see the office or 'omloop audit'", differing);
    }
  }

  @Override
  public synchronized State lastAudit() {
    return state;
  }

  @Override
  public Future<List<AccountSums>> sums(long fromMicros, long untilMicros, long size) {
    return reader.sums(fromMicros, untilMicros, size);
  }

  @Override
  public Future<List<byte[]>> leaves(
      long fromMicros,
      long untilMicros,
      Optional<String> kind,
      Optional<AccountId> account,
      long from,
      long size,
      int limit) {
    return reader.leaves(fromMicros, untilMicros, kind, account, from, size, limit);
  }

  @Override
  public Future<Path> auditFile(Year year) {
    return vertx.executeBlocking(() -> write(year), false);
  }

  private Path write(Year year) throws IOException {
    Path file = Files.createTempFile("omloop-audit-file", ".xml");
    try (KeptJournal kept = KeptJournal.beside(database);
        AuditFile form =
            new AuditFile(file, year, LocalDate.now(clock.withZone(ZoneOffset.UTC)), version())) {
      kept.freeze();
      JournalExport.run(ExportedJournal.of(kept, folder), List.of(form), done -> {});
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static String version() {
    return Optional.ofNullable(LiveBooks.class.getPackage().getImplementationVersion())
        .orElse("0");
  }
}
