package org.omloop.server.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.script.ScriptJournal;

/** The live measurement of a small journal, with a store in memory. */
class LiveCirculationTest {
  private static final Period NOVEMBER = Period.month(2026, 11);
  private static final Period DECEMBER = Period.month(2026, 12);

  private static final List<byte[]> LEAVES =
      ScriptJournal.of("""
          found at=2026-11-02T09:00
          open city treasury
          key city-1 on city rights=pay by chair+treasurer
          key city-2 on city rights=pay by chair+treasurer
          open anna resident
          open bakery organisation
          grant g1 city -> anna 60.00 by city-1+city-2 refused insufficient-funds
          issue i1 city 100.00
          grant g2 city -> anna 60.00 by city-1+city-2
          at 2026-11-03T09:00
          pay p1 anna -> bakery 20.00
          at 2026-12-01T09:00
          pay p2 anna -> bakery 10.00
          """).stream().map(JournalEntry::leaf).toList();

  private final Vertx vertx = Vertx.vertx();
  private final KeptInMemory store = new KeptInMemory();

  private final List<Supplier<Future<Void>>> closing = new ArrayList<>();

  @AfterEach
  void close() {
    closing.forEach(each -> await(each.get()));
    await(vertx.close());
  }

  @Test
  void untilTheJournalHasBeenReadNothingIsTold() {
    Promise<List<byte[]>> never = Promise.promise();
    LiveCirculation live = open((from, count) -> never.future(), LEAVES.size(), store);
    assertInstanceOf(JournalUnread.class, live.periods().cause());
    assertInstanceOf(
        JournalUnread.class,
        live.report(NOVEMBER, Tier.PUBLIC, OptionalInt.empty()).cause());
  }

  @Test
  void anEditionRestsOnTheJournalAsItWasWhenItsPeriodEnded() {
    LiveCirculation live = open(LEAVES);
    ReportFile november = report(live, NOVEMBER);
    assertEquals(LEAVES.size() - 1, november.size());
    assertEquals(LEAVES.size(), report(live, DECEMBER).size());
    LiveCirculation earlier = open(LEAVES.subList(0, LEAVES.size() - 1), new KeptInMemory());
    assertEquals(november.text(), report(earlier, NOVEMBER).text());
  }

  @Test
  void periodsThatAreOverGetTheirEditionsUnasked() {
    LiveCirculation live = open(LEAVES);
    List<KnownPeriod> periods = until(() ->
        live.periods().map(all -> all.get(0).editions().isEmpty() ? List.<KnownPeriod>of() : all));
    assertEquals(
        List.of("2026-11", "2026-12", "2026-Q4", "2026"),
        periods.stream().map(each -> each.period().toString()).toList());
    assertEquals(
        List.of(true, false, false, false),
        periods.stream().map(KnownPeriod::isOver).toList());
  }

  @Test
  void whatWasPublishedIsHandedOutForEver() {
    report(open(LEAVES), NOVEMBER);
    until(() -> Future.succeededFuture(store.editions));
    String published = await(store.report(NOVEMBER, Tier.AUDIT, 1)).orElseThrow();
    LiveCirculation again = open(LEAVES);
    assertEquals(published, report(again, NOVEMBER).text());
    assertEquals(
        1,
        store.editions.stream()
            .filter(each -> each.period().equals(NOVEMBER) && each.tier() == Tier.AUDIT)
            .count());
  }

  @Test
  void newFormulasMakeAFurtherEdition() {
    ReportFile first = report(open(LEAVES), NOVEMBER);
    KeptInMemory old = new KeptInMemory();
    old.add(
        new Edition(
            NOVEMBER, Tier.AUDIT, 1, first.size(), PeriodReport.VERSION - 1, 0, first.sha256()),
        first.text().replace("Does it close?", "Did it close?"));
    LiveCirculation live = open(LEAVES, old);
    assertEquals(first.text(), report(live, NOVEMBER).text());
    ReportFile before =
        await(live.report(NOVEMBER, Tier.AUDIT, OptionalInt.of(1))).orElseThrow();
    assertNotEquals(first.text(), before.text());
  }

  /** Of a published value there is one way it was shown: rule 9. */
  @Test
  void newFormulasLeaveWhatWasPublishedAsItIs() {
    String published = report(open(LEAVES), NOVEMBER, Tier.PUBLIC)
        .text()
        .replace("Does it close?", "Did it close?");
    KeptInMemory old = new KeptInMemory();
    old.add(
        new Edition(NOVEMBER, Tier.PUBLIC, 1, LEAVES.size() - 1, PeriodReport.VERSION - 1, 0, ""),
        published);
    LiveCirculation live = open(LEAVES, old);
    until(() -> Future.succeededFuture(
        old.editions.stream().filter(each -> each.tier() == Tier.AUDIT).toList()));
    assertEquals(published, report(live, NOVEMBER, Tier.PUBLIC).text());
    assertEquals(
        List.of(1),
        old.editions.stream()
            .filter(each -> each.tier() == Tier.PUBLIC)
            .map(Edition::number)
            .toList());
  }

  @Test
  void aReportIsNotMadeAgainWhileNothingIsBooked() {
    LiveCirculation live = open(LEAVES);
    assertSame(report(live, DECEMBER), report(live, DECEMBER));
  }

  @Test
  void aDayThatWasKeptMustComeOutAgain() {
    report(open(LEAVES), NOVEMBER);
    DaySnapshot day = until(() -> Future.succeededFuture(store.days)).get(0);
    assertEquals(LocalDate.of(2026, 11, 2), day.day());
    assertEquals(List.of(), day.classifications());
    KeptInMemory other = new KeptInMemory();
    other.days.add(new DaySnapshot(
        day.day(), new Mark(day.mark().size(), "another"), day.version(), List.of()));
    Follower follower =
        new Follower(vertx, LiveCirculationTest::leaves, LEAVES::size, other, () -> {});
    closing.add(follower::close);
    follower.begin();
    until(() -> follower
        .ask(MeasuredJournal::size)
        .map(size -> size == LEAVES.size() ? List.of(size) : List.of()));
    assertTrue(follower.extent().isEmpty(), "these are not the entries that were measured");
  }

  @Test
  void aProgramThatMeasuresOtherwiseIsFound() {
    ReportFile published = report(open(LEAVES), NOVEMBER);
    assertEquals(List.of(true), repeats(published, published.sha256()));
    assertEquals(List.of(false), repeats(published, "0".repeat(64)));
  }

  @Test
  void whatWasInsideAtAMonthsEndIsKeptAndFoundAgain() {
    report(open(LEAVES), NOVEMBER);
    List<StateSnapshot> ofEdition = until(() -> Future.succeededFuture(store.states));
    assertEquals(
        List.of("fifo", "lifo", "mixed"),
        ofEdition.stream().map(StateSnapshot::rule).toList());
    KeptInMemory empty = new KeptInMemory();
    assertEquals(true, await(new MonthStates(following(empty), empty).agree()));
    assertEquals(ofEdition, empty.states);
    assertEquals(List.of(1, 1, 1), empty.broughtStates, "one rule at a time");
    assertEquals(true, await(new MonthStates(following(empty), empty).agree()));
  }

  @Test
  void anEditionStandsWhereItsStatesCannotBeKept() {
    store.isFullForStates = true;
    LiveCirculation live = open(LEAVES);
    until(() -> live.periods().map(periods -> List.of(periods)));
    ReportFile november = await(live.report(NOVEMBER, Tier.AUDIT, OptionalInt.empty()))
        .orElseThrow(() -> new AssertionError("the edition is stored"));
    assertEquals(await(store.report(NOVEMBER, Tier.AUDIT, 1)).orElseThrow(), november.text());
    assertEquals(List.of(), store.states);
  }

  @Test
  void aReportOnARunningPeriodIsMeasuredOnceForAllPagesOfItsMovements() {
    MeasuredJournal journal = new MeasuredJournal();
    LEAVES.forEach(journal::take);
    Mark earlier = new Mark(LEAVES.size() - 1, journal.now().root());
    ReportFile first = journal.exact(DECEMBER, earlier);
    assertSame(first, journal.exact(DECEMBER, earlier));
    assertNotEquals(first.text(), journal.exact(DECEMBER, journal.now()).text());
  }

  @Test
  void anotherStateOfAMonthIsFoundAndNeverReplacesWhatWasKept() {
    KeptInMemory kept = new KeptInMemory();
    await(new MonthStates(following(kept), kept).agree());
    StateSnapshot right = kept.states.get(0);
    StateSnapshot other = new StateSnapshot(
        right.month(),
        right.rule(),
        right.mark(),
        right.version(),
        right.detail(),
        right.classifications(),
        "0".repeat(64));
    kept.states.set(0, other);
    assertEquals(false, await(new MonthStates(following(kept), kept).agree()));
    assertEquals(other, kept.states.get(0));
    assertEquals(3, kept.states.size());
  }

  private Follower following(CirculationStore kept) {
    Follower follower =
        new Follower(vertx, LiveCirculationTest::leaves, LEAVES::size, kept, () -> {});
    closing.add(follower::close);
    follower.begin();
    until(() -> Future.succeededFuture(follower.extent().stream().toList()));
    return follower;
  }

  private List<Boolean> repeats(ReportFile published, String sha256) {
    KeptInMemory kept = new KeptInMemory();
    kept.add(
        new Edition(NOVEMBER, Tier.AUDIT, 1, published.size(), PeriodReport.VERSION, 0, sha256),
        published.text());
    Follower follower = following(kept);
    return List.of(await(new Editions(vertx, follower, kept, Clock.systemUTC()).repeatsLast()));
  }

  private static Future<List<byte[]>> leaves(long from, int count) {
    return Future.succeededFuture(LEAVES.subList((int) from, (int) from + count));
  }

  private LiveCirculation open(List<byte[]> leaves) {
    return open(leaves, store);
  }

  private LiveCirculation open(List<byte[]> leaves, CirculationStore kept) {
    return open(
        (from, count) -> Future.succeededFuture(leaves.subList((int) from, (int) from + count)),
        leaves.size(),
        kept);
  }

  private LiveCirculation open(LeafSource source, long size, CirculationStore kept) {
    LiveCirculation live = LiveCirculation.open(vertx, source, () -> size, kept, Clock.systemUTC());
    closing.add(live::close);
    return live;
  }

  private static ReportFile report(LiveCirculation live, Period period) {
    return report(live, period, Tier.AUDIT);
  }

  private static ReportFile report(LiveCirculation live, Period period, Tier tier) {
    return until(() -> live.report(period, tier, OptionalInt.empty())
            .map(found -> found.stream().toList()))
        .get(0);
  }

  /** Asks until there is an answer that is not empty. */
  private static <T> List<T> until(Supplier<Future<List<T>>> question) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      try {
        List<T> answer = await(question.get());
        if (!answer.isEmpty()) {
          return answer;
        }
      } catch (CompletionException e) {
        assertInstanceOf(JournalUnread.class, e.getCause());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    throw new AssertionError("no answer in time");
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
