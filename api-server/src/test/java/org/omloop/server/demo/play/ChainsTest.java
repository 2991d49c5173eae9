package org.omloop.server.demo.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Decision;
import org.omloop.ledger.journal.Refusal;
import org.omloop.server.demo.DemoLedger;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.MarketCalendar;
import org.omloop.server.demo.market.MarketPlan;
import org.omloop.server.demo.neighbourhood.Chance;

/** Orders that share an account keep their order, whatever is under way at the same time. */
class ChainsTest {
  private static final int MOST_UNDER_WAY = 64;

  private final LocalDate today = LocalDate.of(2026, 10, 1);
  private final MarketCalendar calendar =
      MarketCalendar.before(MarketCalendar.PLANNED_START, today, 3);
  private final Instant founded = calendar.instant(MarketCalendar.PLANNED_START.atTime(5, 0));
  private final DemoLedger ledger = DemoLedger.founded(founded);
  private final MarketPlan plan =
      MarketPlan.of(ledger.neighbourhood(), 7, MarketCalendar.PLANNED_START, 3);
  private final IntentOrders orders = ledger.orders(plan, calendar);

  @Test
  void everyOrderIsDecidedAsPlannedWhicheverIsAnsweredFirst() {
    MarketClock clock = new MarketClock(founded, () -> 0);
    Chance chance = Chance.of(3, "interleaving");
    plan.days()
        .map(day ->
            day.intents().stream().map(each -> PlannedOrder.of(each, orders)).toList())
        .forEach(day -> play(day, clock, chance));
  }

  private void play(List<PlannedOrder> day, MarketClock clock, Chance chance) {
    Chains chains = new Chains(day);
    Set<Long> undecided = new HashSet<>();
    day.forEach(each -> undecided.add(each.number()));
    List<PlannedOrder> underWay = new ArrayList<>();
    int most = 0;
    while (!chains.areDone()) {
      for (Optional<PlannedOrder> next = take(chains, underWay);
          next.isPresent();
          next = take(chains, underWay)) {
        assertIsFree(next.get(), day, undecided);
        underWay.add(next.get());
      }
      most = Math.max(most, underWay.size());
      PlannedOrder answered = underWay.remove(chance.between(0, underWay.size() - 1));
      clock.moveOnTo(answered.at());
      assertEquals(answered.refusal(), refusal(answered, clock), answered::toString);
      undecided.remove(answered.number());
      chains.decided(answered);
    }
    assertEquals(Set.of(), undecided);
    assertTrue(most > MOST_UNDER_WAY / 2, "many are under way at the same time");
  }

  private static Optional<PlannedOrder> take(Chains chains, List<PlannedOrder> underWay) {
    return underWay.size() < MOST_UNDER_WAY ? chains.take() : Optional.empty();
  }

  private static void assertIsFree(
      PlannedOrder order, List<PlannedOrder> day, Set<Long> undecided) {
    assertTrue(day.stream()
        .takeWhile(each -> each.number() < order.number())
        .filter(each -> undecided.contains(each.number()))
        .allMatch(each -> Collections.disjoint(each.touches(), order.touches())));
  }

  private Optional<Refusal> refusal(PlannedOrder order, MarketClock clock) {
    Instant now = Instant.EPOCH.plusNanos(clock.getAsLong() * 1_000);
    return ledger.decide(order.order(), now) instanceof Decision.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }
}
