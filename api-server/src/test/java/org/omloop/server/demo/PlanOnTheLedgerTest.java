package org.omloop.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Decision;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.demo.market.MarketDay;
import org.omloop.server.demo.market.MarketPlan;
import org.omloop.server.demo.market.PlannedFigures;
import org.omloop.server.demo.neighbourhood.Chance;

/** The real ledger decides every intent as planned, in any order that the dependency rule allows. */
class PlanOnTheLedgerTest {
  private static final Instant FOUNDED = Instant.parse("2026-09-30T06:00:00Z");
  /** The first of November is more than four weeks later, so demurrage is levied. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);

  private final DemoLedger ledger = DemoLedger.founded(FOUNDED);
  private final MarketPlan plan = MarketPlan.of(ledger.neighbourhood(), 7, FIRST_DAY, 33);
  private final IntentOrders orders = ledger.orders(plan, MarketCalendar.AS_PLANNED);
  private final Map<EntryKind, Long> moved = new EnumMap<>(EntryKind.class);
  private final Map<Refusal, Long> refusals = new EnumMap<>(Refusal.class);

  @Test
  void theFiguresOfTheLedgerAreThoseOfThePlan() {
    Chance chance = Chance.of(1, "interleaving");
    plan.days().forEach(day -> play(day, chance));

    PlannedFigures figures = plan.figures();
    assertEquals(figures.issued(), moved.get(EntryKind.ISSUE));
    assertEquals(figures.granted(), moved.get(EntryKind.GRANT));
    assertEquals(figures.refunded(), moved.get(EntryKind.REFUND));
    assertEquals(figures.redeemed() + figures.returned(), moved.get(EntryKind.REDEEM));
    assertEquals(figures.paidOut(), moved.get(EntryKind.PAID_OUT));
    figures.spentByKind().forEach((kind, sum) -> assertEquals(sum, moved.get(kind), kind.name()));
    assertEquals(figures.refusals(), refusals);
    assertEquals(-figures.outstanding(), ledger.balance(Ledger.ISSUANCE));
    assertEquals(0, ledger.balance(Ledger.TRANSIT));
    assertTrue(moved.get(EntryKind.DEMURRAGE) > 0, "the first of November");
  }

  /** Plays a day out of order: any intent whose accounts no earlier, undecided one touches may be next. */
  private void play(MarketDay day, Chance chance) {
    List<Intent> waiting = new ArrayList<>(day.intents());
    while (!waiting.isEmpty()) {
      Set<AccountId> busy = new HashSet<>();
      for (Iterator<Intent> intents = waiting.iterator(); intents.hasNext(); ) {
        Intent next = intents.next();
        if (Collections.disjoint(busy, next.touches()) && chance.perMille(500)) {
          play(next);
          intents.remove();
        } else {
          busy.addAll(next.touches());
        }
      }
    }
  }

  private void play(Intent intent) {
    Decision decision = ledger.decide(orders.write(intent), orders.moment(intent));
    Optional<Refusal> refusal = decision instanceof Decision.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
    assertEquals(intent.refusal(), refusal, intent::toString);
    if (decision instanceof Decision.Posted posted) {
      moved.merge(posted.entry().kind(), amount(posted.entry()), Long::sum);
    } else {
      refusals.merge(refusal.orElseThrow(), 1L, Long::sum);
    }
  }

  /** What the entry is about, without the contributions that policy takes or gives back along with it. */
  private static long amount(JournalEntry entry) {
    if (entry.order().order() instanceof Order.Refund refund) {
      return refund.amount().minorUnits();
    }
    long debits = entry.postings().stream()
        .filter(each -> each.side() == Side.DEBIT)
        .mapToLong(each -> each.amount().minorUnits())
        .sum();
    return entry.kind() == EntryKind.PURCHASE
        ? entry.postings().get(0).amount().minorUnits()
        : debits;
  }
}
