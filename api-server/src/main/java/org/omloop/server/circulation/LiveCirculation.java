package org.omloop.server.circulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.ledger.circulation.period.RowsBehind;

/**
 * Reports on the live journal. Of a period that is over there are editions, which never change; of the running one a
 * report is made when it is asked for, and made anew when entries were added, though not more often than its making
 * takes a twentieth of the time.
 *
 * <p>Thread-safe. Reports are made on the follower's worker, never on an event loop. While the journal is read for the
 * first time every future fails with {@link JournalUnread}.
 */
public final class LiveCirculation implements AutoCloseable {
  private static final int PAUSES_PER_WORK = 20;

  /** A report on a running period, and how long it may be handed out though entries have been added. */
  private record Running(ReportFile file, long freshUntilNanos) {}

  private record Key(Period period, Tier tier) {}

  private final Follower follower;
  private final Editions editions;
  private final Map<Key, Future<Running>> running = new ConcurrentHashMap<>();

  private LiveCirculation(
      Vertx vertx, LeafSource source, LongSupplier head, CirculationStore store, Clock clock) {
    this.follower = new Follower(vertx, source, head, store, this::moved);
    this.editions = new Editions(vertx, follower, store, clock);
  }

  /**
   * Begins to follow a journal; returns at once.
   *
   * @param source reads leaves, on a connection of its own
   * @param head tells how many entries are committed
   * @param clock tells when editions are made
   */
  public static LiveCirculation open(
      Vertx vertx, LeafSource source, LongSupplier head, CirculationStore store, Clock clock) {
    LiveCirculation live = new LiveCirculation(vertx, source, head, store, clock);
    live.follower.begin();
    return live;
  }

  private void moved() {
    running.keySet().removeIf(key -> isOver(key.period()));
    editions.makeDue();
  }

  private boolean isOver(Period period) {
    return follower.extent().flatMap(extent -> extent.end(period)).isPresent();
  }

  /** Returns all periods that there are, in order, with their public editions. */
  public Future<List<KnownPeriod>> periods() {
    return known().compose(extent -> editions.all().map(made -> extent.periods().stream()
        .map(period ->
            new KnownPeriod(period, extent.end(period).isPresent(), made.of(period, Tier.PUBLIC)))
        .toList()));
  }

  /** Returns how many entries have been read. */
  public Future<Long> size() {
    return known().map(Extent::size);
  }

  /**
   * Returns a report; empty where there is none of that period or edition.
   *
   * @param edition which one; empty: the latest, or of a running period the one of now
   */
  public Future<Optional<ReportFile>> report(Period period, Tier tier, OptionalInt edition) {
    return known().compose(extent -> {
      if (!extent.covers(period)) {
        return Future.succeededFuture(Optional.empty());
      }
      if (extent.end(period).isPresent()) {
        return editions.report(period, tier, edition);
      }
      return edition.isPresent()
          ? Future.succeededFuture(Optional.empty())
          : now(new Key(period, tier), extent.size()).map(made -> Optional.of(made.file()));
    });
  }

  /** One making at a time; whoever asks meanwhile is given what comes of it. */
  private Future<Running> now(Key key, long size) {
    return running.compute(
        key, (same, before) -> before == null || isStale(before, size) ? make(key) : before);
  }

  private static boolean isStale(Future<Running> made, long size) {
    return made.failed()
        || made.succeeded()
            && made.result().file().size() < size
            && made.result().freshUntilNanos() - System.nanoTime() < 0;
  }

  private Future<Running> make(Key key) {
    return follower.ask(journal -> {
      long began = System.nanoTime();
      ReportFile file = ReportFile.of(journal.report(key.period(), journal.now(), key.tier()));
      long ended = System.nanoTime();
      return new Running(file, ended + PAUSES_PER_WORK * (ended - began));
    });
  }

  /**
   * Returns the movements behind one line of an exact report, in order; empty where there is no such line, or where its
   * figures are no sum of movements.
   *
   * @param size how many entries count; empty: as many as in {@link #report} at this moment
   * @param from the first movement's number, among those behind the line
   * @param limit how many at most
   */
  public Future<Optional<MovementPage>> movements(
      Period period, OptionalLong size, Line line, int from, int limit) {
    return report(period, Tier.AUDIT, OptionalInt.empty())
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : follower.ask(journal -> {
              long entries = size.orElse(found.get().size());
              Mark mark = new Mark(entries, found.get().mark().root());
              ReportFile file = entries == found.get().size()
                  ? found.get()
                  : ReportFile.of(journal.report(period, mark, Tier.AUDIT));
              return file.words(line.table(), line.number())
                  .flatMap(words -> RowsBehind.of(journal.scope(period, mark), line.table(), words))
                  .map(rows -> MovementPage.of(journal.rows(), rows, entries, from, limit));
            }));
  }

  /**
   * A line of a table.
   *
   * @param number counted from 0
   */
  public record Line(String table, int number) {}

  private Future<Extent> known() {
    return follower
        .extent()
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(new JournalUnread()));
  }

  /** Reads no further. */
  @Override
  public void close() {
    follower.close();
  }
}
