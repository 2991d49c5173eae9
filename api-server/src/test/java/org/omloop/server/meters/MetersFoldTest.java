package org.omloop.server.meters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

class MetersFoldTest {
  private static final AccountId ANNA = new AccountId("anna");
  private static final AccountId BAKERY = new AccountId("bakery");
  private static final SigningKey KEY = SigningKey.generate(new SecureRandom());
  private static final List<EntryKind> KINDS = List.of(
      EntryKind.PURCHASE, EntryKind.B2B, EntryKind.WAGE, EntryKind.GIFT, EntryKind.CONTRIBUTION);
  private static final long MILLION = 100_000_000;

  private final MetersFold fold = new MetersFold();
  private final List<JournalEntry> entries = new ArrayList<>();
  private long last;

  @ParameterizedTest
  @CsvSource({
    "68999999, 0",
    "69000000, 0",
    "69999999, 0",
    "70000000, 70",
    "89999999, 70",
    "90000000, 90",
    "99999999, 90",
    "100000000, 100",
    "130000000, 100"
  })
  void anAlertBeginsAtItsPercentage(long amount, int alert) {
    pay("2026-03-01", EntryKind.PURCHASE, amount);
    assertEquals(alert, volume().alert());
    issue("2026-03-01", amount);
    assertEquals(alert, fold.meters().outstanding(MILLION).alert());
  }

  /** The last of twelve months' days counts, the one before them does not. */
  @Test
  void twelveMonthsEndToday() {
    pay("2025-03-01", EntryKind.B2B, 5);
    pay("2025-03-02", EntryKind.B2B, 70);
    pay("2026-03-01", EntryKind.GIFT, 300);
    assertEquals(370, volume().amount());
    pay("2026-03-02", EntryKind.WAGE, 4_000);
    assertEquals(4_300, volume().amount());
    assertEquals(4_375, allMonths());
  }

  /** 1,000.00 a day: ten days are there; the limit comes after 990 more, or after 90 where it is a tenth of that. */
  @Test
  void theForecastGoesOnAtThePaceOfNinetyDays() {
    LocalDate start = LocalDate.parse("2026-01-01");
    for (int day = 0; day < 10; day++) {
      pay(start.plusDays(day).toString(), EntryKind.PURCHASE, 100_000);
    }
    Meter tenth = fold.meters().volume(DayVolume::amount, MILLION / 10);
    assertEquals(1_000_000, tenth.amount());
    assertEquals(10_000_000, tenth.expected());
    assertEquals(Optional.of(LocalDate.parse("2026-04-10")), tenth.reachedOn());
    assertEquals(Optional.empty(), volume().reachedOn(), "a year at that pace is 365,000.00");
    assertEquals(
        Optional.of(LocalDate.parse("2026-01-10")),
        fold.meters().volume(DayVolume::amount, 1_000_000).reachedOn());
  }

  @Test
  void aQuietNetworkForgetsWhatIsOlderThanAYear() {
    pay("2025-03-01", EntryKind.PURCHASE, MILLION - 1);
    pay("2026-02-01", EntryKind.PURCHASE, 1);
    Meter meter = volume();
    assertEquals(100, meter.alert());
    assertEquals(2, meter.expected(), "90 days on the first is out, and as much as lately is in");
  }

  @Test
  void refusedOrdersAndRefundsChangeNothing() {
    pay("2026-03-01", EntryKind.PURCHASE, 1_000);
    book("2026-03-01", EntryKind.REFUSED, payment(500), Optional.of(Refusal.EXPIRED), List.of());
    book(
        "2026-03-01",
        EntryKind.REFUND,
        new Order.Refund(terms(), payment(1).terms().id(), Amount.of(400), Optional.empty()),
        Optional.empty(),
        List.of());
    assertEquals(1_000, volume().amount());
    assertEquals(1, fold.meters().twelveMonths(LocalDate.parse("2026-03-01")).count());
  }

  /** Held against adding up all entries anew, on days of which some are leap days and some the year's last. */
  @Test
  void itAgreesWithASlowRecomputation() {
    Random random = new Random(20261130);
    LocalDate day = LocalDate.parse("2023-12-25");
    for (int at = 0; at < 1_500; at++) {
      day = day.plusDays(random.nextInt(3) / 2);
      EntryKind kind = KINDS.get(random.nextInt(KINDS.size()));
      if (random.nextInt(10) == 0) {
        issue(day.toString(), 1 + random.nextInt(10_000));
      } else {
        pay(day.toString(), kind, 1 + random.nextInt(10_000));
      }
      if (at % 50 == 0) {
        assertAgrees(day);
      }
    }
    assertAgrees(day);
  }

  private void assertAgrees(LocalDate today) {
    Meters meters = fold.meters();
    DayVolume year = meters.twelveMonths(today);
    for (EntryKind kind : KINDS) {
      assertEquals(slow(today, kind), year.amount(kind), kind + " up to " + today);
    }
    long issued = entries.stream()
        .filter(each -> each.kind() == EntryKind.ISSUE)
        .mapToLong(each -> ((Order.Issue) each.order().order()).amount().minorUnits())
        .sum();
    assertEquals(issued, meters.outstanding());
    assertEquals(entries.size(), meters.entries());
  }

  private long slow(LocalDate today, EntryKind kind) {
    return entries.stream()
        .filter(each -> each.kind() == kind)
        .filter(each -> !dayOf(each).isAfter(today) && dayOf(each).isAfter(today.minusYears(1)))
        .mapToLong(each -> ((Order.Pay) each.order().order()).amount().minorUnits())
        .sum();
  }

  private static LocalDate dayOf(JournalEntry entry) {
    return LocalDate.ofInstant(
        Instant.EPOCH.plus(entry.bookedAt(), ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  private Meter volume() {
    return fold.meters().volume(DayVolume::amount, MILLION);
  }

  private long allMonths() {
    return fold.meters().months().values().stream().mapToLong(DayVolume::amount).sum();
  }

  private void pay(String day, EntryKind kind, long amount) {
    book(day, kind, payment(amount), Optional.empty(), List.of());
  }

  private void issue(String day, long amount) {
    book(
        day,
        EntryKind.ISSUE,
        new Order.Issue(terms(), ANNA, Amount.of(amount), "bank-" + entries.size()),
        Optional.empty(),
        List.of(
            new Posting(Ledger.ISSUANCE, Side.DEBIT, Amount.of(amount)),
            new Posting(ANNA, Side.CREDIT, Amount.of(amount))));
  }

  private static Order.Pay payment(long amount) {
    return new Order.Pay(
        terms(), ANNA, BAKERY, Amount.of(amount), Optional.empty(), Optional.empty());
  }

  private static Terms terms() {
    return new Terms(
        "example.org/oost", OrderId.create(1_790_000_000_000L, new SecureRandom()), 0, 1);
  }

  private void book(
      String day, EntryKind kind, Order order, Optional<Refusal> refusal, List<Posting> postings) {
    last = Math.max(last + 1, Instant.parse(day + "T00:00:00Z").getEpochSecond() * 1_000_000);
    JournalEntry entry = new JournalEntry(
        entries.size(), last, kind, SignedOrder.sign(order, KEY), refusal, postings);
    entries.add(entry);
    fold.follow(entry);
  }
}
