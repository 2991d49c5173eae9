package org.omloop.server.circulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Period.Length;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kept reports of periods that are over. The first is made when a period ends or is first asked for; a further one
 * of exact figures where the formulas have a new version. A public one is never made otherwise: what two ways of showing
 * the same cells have in common could tell what each hides. All rest on the journal as it was when the period ended.
 *
 * <p>Thread-safe.
 */
final class Editions {
  private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

  /** What an edition is of. */
  private record Key(Period period, Tier tier) {}

  /** Which editions there are. */
  record Made(Map<Key, List<Edition>> byKey) {
    List<Edition> of(Period period, Tier tier) {
      return byKey.getOrDefault(new Key(period, tier), List.of());
    }
  }

  private final Vertx vertx;
  private final Follower follower;
  private final CirculationStore store;
  private final Clock clock;
  private final RecentFiles recent = new RecentFiles();
  private final Map<Key, List<Edition>> known = new ConcurrentHashMap<>();
  private final Map<Key, Future<Boolean>> making = new ConcurrentHashMap<>();
  private final AtomicBoolean isMakingDue = new AtomicBoolean();
  private volatile boolean isLoaded;

  Editions(Vertx vertx, Follower follower, CirculationStore store, Clock clock) {
    this.vertx = vertx;
    this.follower = follower;
    this.store = store;
    this.clock = clock;
  }

  /** Returns which editions there are. */
  Future<Made> all() {
    return (isLoaded ? Future.succeededFuture() : load()).map(loaded -> new Made(known));
  }

  private Future<Void> load() {
    return store.editions().map(editions -> {
      editions.forEach(this::learn);
      isLoaded = true;
      return null;
    });
  }

  private void learn(Edition edition) {
    known.merge(
        new Key(edition.period(), edition.tier()),
        List.of(edition),
        (before, one) -> before.stream().anyMatch(each -> each.number() == edition.number())
            ? before
            : java.util.stream.Stream.concat(before.stream(), one.stream()).toList());
  }

  /** Returns an edition's report, the latest where none is named; of a period that is over. */
  Future<Optional<ReportFile>> report(Period period, Tier tier, OptionalInt number) {
    Key key = new Key(period, tier);
    return all()
        .compose(made -> isDue(key) ? make(key) : Future.succeededFuture(true))
        .compose(made -> {
          List<Edition> editions = known.getOrDefault(key, List.of());
          int asked = number.orElse(editions.size());
          return editions.stream().anyMatch(each -> each.number() == asked)
              ? read(key, asked)
              : Future.succeededFuture(Optional.empty());
        });
  }

  private boolean isDue(Key key) {
    List<Edition> editions = known.getOrDefault(key, List.of());
    return editions.isEmpty()
        || key.tier() == Tier.AUDIT
            && editions.get(editions.size() - 1).version() < PeriodReport.VERSION;
  }

  private Future<Optional<ReportFile>> read(Key key, int number) {
    String name = key.period() + " " + key.tier() + " " + number;
    Optional<ReportFile> kept = recent.find(name);
    if (kept.isPresent()) {
      return Future.succeededFuture(kept);
    }
    return store
        .report(key.period(), key.tier(), number)
        .compose(text -> vertx.executeBlocking(() -> text.map(ReportFile::read), false))
        .onSuccess(file -> file.ifPresent(each -> recent.keep(name, each)));
  }

  /** One making at a time of each: whoever comes meanwhile waits for it. */
  private Future<Boolean> make(Key key) {
    Future<Boolean> made = making.computeIfAbsent(key, same -> follower
        .ask(journal -> journal
            .end(key.period())
            .map(mark -> ReportFile.of(journal.report(key.period(), mark, key.tier()))))
        .compose(file -> file.map(each -> keep(key, each)).orElse(Future.succeededFuture(false))));
    return made.onComplete(done -> making.remove(key, made));
  }

  /** Where another server was first, its edition stands. */
  private Future<Boolean> keep(Key key, ReportFile file) {
    Edition edition = new Edition(
        key.period(),
        key.tier(),
        known.getOrDefault(key, List.of()).size() + 1,
        file.size(),
        PeriodReport.VERSION,
        clock.instant().getEpochSecond(),
        file.sha256());
    return store.add(edition, file.text()).compose(isKept -> {
      if (isKept) {
        learn(edition);
        return keepStates(edition, file).map(true).otherwise(cause -> {
          // The edition stands whatever becomes of this; MonthStates finds what is missing.
          LOG.warn("states of {} could not be kept: {}", edition.period(), cause.toString());
          return true;
        });
      }
      return load().map(loaded -> false);
    });
  }

  /** What was inside at a month's end is kept beside the edition, for a later program to find again. */
  private Future<Void> keepStates(Edition edition, ReportFile file) {
    boolean isOfMonth = edition.tier() == Tier.AUDIT && edition.period().length() == Length.MONTH;
    return isOfMonth ? store.keepStates(file.states()) : Future.succeededFuture();
  }

  /**
   * Makes the last exact edition once more and tells whether it comes out the same, states under each rule included: a
   * program that measures otherwise by formulas of the same version must not go unseen.
   */
  Future<Boolean> repeatsLast() {
    return all().compose(made -> known.values().stream()
        .map(editions -> editions.get(editions.size() - 1))
        .filter(each -> each.tier() == Tier.AUDIT && each.version() == PeriodReport.VERSION)
        .max(Comparator.comparing(each -> each.period().end()))
        .map(this::repeats)
        .orElse(Future.succeededFuture(true)));
  }

  private Future<Boolean> repeats(Edition edition) {
    return follower
        .ask(journal -> journal
            .end(edition.period())
            .map(mark -> ReportFile.of(journal.report(edition.period(), mark, edition.tier())))
            .filter(file -> file.sha256().equals(edition.sha256()))
            .isPresent())
        .onSuccess(same -> {
          if (!same) {
            LOG.error(
                "{} is measured otherwise than it was published, by formulas of the same version",
                edition.period());
          }
        });
  }

  /** Makes what has not been made of periods that are over, one after the other, so that questions get their turn. */
  void makeDue() {
    if (isMakingDue.compareAndSet(false, true)) {
      all()
          .compose(made -> makeNext(due()))
          .onFailure(this::warn)
          .onComplete(done -> isMakingDue.set(false));
    }
  }

  private void warn(Throwable cause) {
    if (!follower.isClosed()) {
      LOG.warn("editions could not be made: {}", cause.toString());
    }
  }

  private Deque<Key> due() {
    Deque<Key> due = new ArrayDeque<>();
    follower.extent().ifPresent(extent -> extent.periods().stream()
        .filter(period -> extent.end(period).isPresent())
        .flatMap(period -> Arrays.stream(Tier.values()).map(tier -> new Key(period, tier)))
        .filter(this::isDue)
        .forEach(due::add));
    return due;
  }

  private Future<Void> makeNext(Deque<Key> due) {
    Key next = due.poll();
    return next == null ? Future.succeededFuture() : make(next).compose(made -> makeNext(due));
  }
}
