package org.omloop.server.demo.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;

/** Thirty days of a market, as planned: reproducible, believable, and whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketPlanTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  /** Of seed 7 over 30 days; it changes with every change of the plan's rules, and by nothing else. */
  private static final String GOLDEN =
      "6d6dfe62246245f3442992a935364dd7aa2c9967c816152c71277f38efb2fc9b";

  private final Neighbourhood neighbourhood = Neighbourhood.grow(7);
  private final MarketPlan plan = MarketPlan.of(neighbourhood, 7, MONDAY, 30);
  private final List<MarketDay> days = plan.days().toList();
  private final List<Intent> intents =
      days.stream().flatMap(day -> day.intents().stream()).toList();

  @Test
  void theSameSeedPlansTheSameMarketOnEveryMachine() throws Exception {
    assertEquals(days, plan.days().toList());
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    intents.forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
    assertEquals(GOLDEN, HexFormat.of().formatHex(digest.digest()), "seed 7, 30 days");
  }

  @Test
  void anotherSeedPlansAnotherMarket() {
    assertNotEquals(
        days.get(0),
        MarketPlan.of(neighbourhood, 8, MONDAY, 30).days().findFirst().orElseThrow());
  }

  @Test
  void aLongerMarketBeginsAsAShorterOneSaveItsLastEvening() {
    List<MarketDay> longer =
        MarketPlan.of(neighbourhood, 7, MONDAY, 40).days().limit(29).toList();
    assertEquals(days.subList(0, 29), longer);
  }

  @Test
  void numbersHaveNoGapsAndMomentsNeverDecrease() {
    LocalDateTime last = MONDAY.atStartOfDay();
    long number = 0;
    for (Intent each : intents) {
      number++;
      assertEquals(number, each.number());
      assertFalse(each.at().isBefore(last));
      last = each.at();
    }
    for (int day = 0; day < days.size(); day++) {
      LocalDate date = MONDAY.plusDays(day);
      assertEquals(date, days.get(day).date());
      assertTrue(days.get(day).intents().stream()
          .allMatch(each -> each.at().toLocalDate().equals(date)));
    }
  }

  @Test
  void anOrdinaryDaySeesSoManyPayments() {
    for (MarketDay day : days) {
      long payments = day.intents().stream()
          .filter(each -> each.act() instanceof Act.Pay && each.refusal().isEmpty())
          .count();
      long least = day.date().getDayOfWeek().getValue() == 7 ? 10 : 60;
      assertTrue(payments >= least && payments <= 240, day.date() + ": " + payments);
    }
  }

  @Test
  void nobodyPaysAtAClosedDoor() {
    Map<AccountId, Organisation> organisations = new HashMap<>();
    neighbourhood.organisations().forEach(each -> organisations.put(each.account(), each));
    Roles roles = new Roles(neighbourhood);
    for (Intent each : intents) {
      if (each.act() instanceof Act.Pay pay
          && roles.isResident(pay.from())
          && organisations.containsKey(pay.to())) {
        Organisation shop = organisations.get(pay.to());
        assertTrue(
            shop.trade().hours().isOpen(each.at().toLocalDate(), each.at().toLocalTime()),
            shop.name() + " at " + each.at());
      }
    }
  }

  @Test
  void aboutOnePurchaseInAHundredIsTakenBack() {
    long refunds =
        intents.stream().filter(each -> each.act() instanceof Act.Refund).count();
    long payments =
        intents.stream().filter(each -> each.act() instanceof Act.Pay).count();
    assertTrue(refunds * 200 > payments && refunds * 60 < payments, refunds + " of " + payments);
    assertTrue(intents.stream()
        .filter(each -> each.act() instanceof Act.Refund)
        .map(each -> (Act.Refund) each.act())
        .anyMatch(each -> each.amount().compareTo(original(each).amount()) < 0));
  }

  private Act.Pay original(Act.Refund refund) {
    return (Act.Pay) intents.get((int) refund.original() - 1).act();
  }

  @Test
  void whatRefersToAnEarlierIntentTouchesItsAccounts() {
    for (Intent each : intents) {
      if (each.act() instanceof Act.Refund refund) {
        assertTrue(refund.original() < each.number());
        assertEquals(Set.copyOf(refund.touches()), Set.copyOf(original(refund).touches()));
      } else if (each.act() instanceof Act.PaidOut paidOut) {
        Act.Redeem redeem =
            (Act.Redeem) intents.get((int) paidOut.redemption() - 1).act();
        assertEquals(redeem.touches(), paidOut.touches());
        assertEquals(redeem.amount(), paidOut.amount());
      } else if (each.act() instanceof Act.Capture capture) {
        assertEquals(hold(capture.hold()).touches(), capture.touches());
        assertTrue(capture.amount().compareTo(capture.held()) <= 0);
      } else if (each.act() instanceof Act.Release release) {
        assertEquals(hold(release.hold()).touches(), release.touches());
      }
    }
  }

  private Act.Hold hold(long number) {
    return (Act.Hold) intents.get((int) number - 1).act();
  }

  @Test
  void everyRedemptionIsPaidOutByTheLastEvening() {
    assertTrue(plan.figures().isPaidOut());
    for (int length = 1; length <= 12; length++) {
      PlannedFigures figures = MarketPlan.of(neighbourhood, 3, MONDAY, length).figures();
      assertTrue(figures.isPaidOut(), length + " days");
    }
  }

  @Test
  void everyKindOfPaymentEveryPurposeAndManyRefusalsOccur() {
    for (long seed = 1; seed <= 5; seed++) {
      PlannedFigures figures =
          MarketPlan.of(Neighbourhood.grow(seed), seed, MONDAY, 30).figures();
      assertEquals(
          EnumSet.of(EntryKind.PURCHASE, EntryKind.B2B, EntryKind.WAGE, EntryKind.GIFT),
          figures.spentByKind().keySet());
      assertEquals(EnumSet.allOf(Purpose.class), figures.redeemedByPurpose().keySet());
      assertTrue(
          figures
              .refusals()
              .keySet()
              .containsAll(EnumSet.of(
                  Refusal.INSUFFICIENT_FUNDS,
                  Refusal.ACCOUNT_SUSPENDED,
                  Refusal.BALANCE_CAP_EXCEEDED,
                  Refusal.KEY_LIMIT_EXCEEDED,
                  Refusal.ALREADY_REFUNDED,
                  Refusal.POLICY_FORBIDS)),
          seed + ": " + figures.refusals());
    }
  }

  @Test
  void theFiguresAreTheSumsOfThePlan() {
    PlannedFigures figures = plan.figures();
    assertEquals(intents.size(), figures.intents());
    assertEquals(
        figures.issued(),
        intents.stream()
            .filter(each -> each.refusal().isEmpty() && each.act() instanceof Act.TopUp)
            .mapToLong(each -> ((Act.TopUp) each.act()).amount().minorUnits())
            .sum());
    assertEquals(
        intents.stream().filter(each -> each.refusal().isPresent()).count(),
        figures.refusals().values().stream().mapToLong(Long::longValue).sum());
    assertTrue(figures.outstanding() > 0);
    assertTrue(figures.outstanding() * 2 > figures.issued(), "at first most of it is inside");
  }

  @Test
  void theMarketGoesOnWhenThePlanIsPlayed() {
    MarketWalk walk = plan.walk();
    days.forEach(day -> assertEquals(day, walk.next()));
    MarketDay next = walk.next();
    assertEquals(MONDAY.plusDays(30), next.date());
    assertEquals(intents.size() + 1, next.intents().get(0).number());
  }

  @Test
  void aMarketOfNoDaysIsNone() {
    assertThrows(IllegalArgumentException.class, () -> MarketPlan.of(neighbourhood, 7, MONDAY, 0));
  }
}
