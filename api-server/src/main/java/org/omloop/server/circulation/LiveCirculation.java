package org.omloop.server.circulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports on the live journal. Of a period that is over there are editions, which never change; of the running one a
 * report is made when it is asked for, and made anew when entries were added, though not more often than its making
 * takes a twentieth of the time.
 *
 * <p>Thread-safe. Reports are made on the follower's worker, never on an event loop. While the journal is read for the
 * first time every future fails with {@link JournalUnread}.
 */
public final class LiveCirculation {
  private static final int PAUSES_PER_WORK = 20;
  private static final long RECENT_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long REPEAT_MILLIS = TimeUnit.MINUTES.toMillis(5);
  private static final Logger LOG = LoggerFactory.getLogger(LiveCirculation.class);

  /** The reports on a running period, made together: when, and how long it took. */
  private record Running(ReportFile exact, ReportFile open, long madeNanos, long tookNanos) {
    boolean isOlderThan(long nanos) {
      return System.nanoTime() - madeNanos > nanos;
    }

    ReportFile file(Tier tier) {
      return tier == Tier.AUDIT ? exact : open;
    }
  }

  private final Follower follower;
  private final Editions editions;
  private final SupplyDesk supply;
  private final MonthStates states;
  private final Map<Period, Future<Running>> running = new ConcurrentHashMap<>();
  private final Set<Period> remaking = ConcurrentHashMap.newKeySet();

  private LiveCirculation(
      Vertx vertx, LeafSource source, LongSupplier head, CirculationStore store, Clock clock) {
    this.follower = new Follower(vertx, source, head, store, this::moved);
    this.editions = new Editions(vertx, follower, store, clock);
    this.supply = new SupplyDesk(follower);
    this.states = new MonthStates(follower, store);
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
    live.repeatLater(vertx);
    return live;
  }

  /** Not before those who wait for a report have theirs; a long journal has not been read by then. */
  private void repeatLater(Vertx vertx) {
    vertx.setTimer(REPEAT_MILLIS, fired -> {
      if (follower.extent().isPresent()) {
        repeatLast();
      } else if (!follower.isClosed()) {
        repeatLater(vertx);
      }
    });
  }

  private void repeatLast() {
    editions
        .repeatsLast()
        .compose(same -> states.agree())
        .onFailure(cause -> LOG.warn("nothing could be repeated: {}", cause.toString()));
  }

  private void moved() {
    running.keySet().removeIf(this::isOver);
    editions.makeDue();
  }

  private boolean isOver(Period period) {
    return follower.extent().flatMap(extent -> extent.end(period)).isPresent();
  }

  /** Tells whether a period is not over as far as the journal has been read. */
  public Future<Boolean> isRunning(Period period) {
    return known().map(extent -> extent.end(period).isEmpty());
  }

  /** Returns all periods that there are, in order, with their public editions. */
  public Future<List<KnownPeriod>> periods() {
    return known().compose(extent -> editions.all().map(made -> extent.periods().stream()
        .map(period ->
            new KnownPeriod(period, extent.end(period).isPresent(), made.of(period, Tier.PUBLIC)))
        .toList()));
  }

  /** Returns what answers where suppliers are missing and who could be paid. */
  public SupplyDesk supply() {
    return supply;
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
          : now(period, extent.size()).map(made -> Optional.of(made.file(tier)));
    });
  }

  /** One making at a time; whoever asks meanwhile is given what comes of it, or what there is where that is recent. */
  private Future<Running> now(Period period, long size) {
    Future<Running> made = running.compute(
        period, (same, before) -> before == null || isUnfit(before, size) ? make(period) : before);
    if (isStale(made, size) && remaking.add(period)) {
      Future<Running> next = make(period);
      next.onComplete(done -> {
        running.put(period, next);
        remaking.remove(period);
      });
    }
    return made;
  }

  private static boolean isUnfit(Future<Running> made, long size) {
    return made.failed() || isStale(made, size) && made.result().isOlderThan(RECENT_NANOS);
  }

  private static boolean isStale(Future<Running> made, long size) {
    return made.succeeded()
        && made.result().exact().size() < size
        && made.result().isOlderThan(PAUSES_PER_WORK * made.result().tookNanos());
  }

  private Future<Running> make(Period period) {
    return follower.ask(journal -> {
      long began = System.nanoTime();
      PeriodReport exact = journal.report(period, journal.now(), Tier.AUDIT);
      ReportFile file = ReportFile.of(exact);
      ReportFile open = ReportFile.of(journal.shown(exact));
      long ended = System.nanoTime();
      return new Running(file, open, ended, ended - began);
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
              if (entries == found.get().size()) {
                journal.remember(found.get());
              }
              return journal
                  .exact(period, mark)
                  .words(line.table(), line.number())
                  .flatMap(words -> journal.rowsBehind(period, mark, line.table(), words))
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

  /** Reads no further and takes no more questions; done when what was asked before has been answered, or soon after. */
  public Future<Void> close() {
    return follower.close();
  }
}
