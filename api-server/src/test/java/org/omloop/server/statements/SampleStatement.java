package org.omloop.server.statements;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.members.Member;
import org.omloop.server.print.CircuitMoney;

/** A statement of a bakery over November 2026, with what entries the test adds. */
final class SampleStatement {
  static final AccountId BAKERY = new AccountId("bakery");
  static final AccountId ANNA = new AccountId("anna");
  static final AccountId CAFE = new AccountId("cafe");
  static final AccountId EMOJI = new AccountId("emoji");
  static final CircuitMoney EURO = new CircuitMoney("Kring Proef & Zn", "euro", 2);
  static final Names NAMES = Names.of(
      "Kring Proef & Zn",
      List.of(
          new Member(BAKERY, "Bakkerij Jansen", "Jansen & Zoon <B.V.>", "Dorpsstraat 1", "Centrum"),
          new Member(CAFE, "Café & Brød „Ünïcode”", "Café B.V.", "Kade 2", "Haven"),
          new Member(EMOJI, "☕🥐", "Croissant B.V.", "Kade 3", "Haven")));
  static final Instant MADE = Instant.parse("2026-12-01T08:00:00.123Z");
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long SIGNED = 1_793_500_000;

  private final SigningKey key = SigningKey.fromSeed(new byte[32]);
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<StatementLine> lines = new ArrayList<>();
  private final StatementPeriod period;
  private final long opening;
  private long balance;

  SampleStatement(long opening) {
    this(opening, new StatementPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
  }

  SampleStatement(long opening, StatementPeriod period) {
    this.opening = opening;
    this.balance = opening;
    this.period = period;
  }

  SampleStatement in(EntryKind kind, AccountId from, long amount, String time) {
    return paid(kind, from, BAKERY, amount, time);
  }

  SampleStatement out(EntryKind kind, AccountId to, long amount, String time) {
    return paid(kind, BAKERY, to, amount, time);
  }

  private SampleStatement paid(
      EntryKind kind, AccountId from, AccountId to, long amount, String time) {
    Amount moved = Amount.of(amount);
    Order order = new Order.Pay(terms(), from, to, moved, Optional.empty(), Optional.empty());
    return add(kind, order, from, to, moved, time);
  }

  SampleStatement refunded(AccountId to, long amount, String time) {
    Amount moved = Amount.of(amount);
    Order order = new Order.Refund(terms(), terms().id(), moved, Optional.empty());
    return add(EntryKind.REFUND, order, BAKERY, to, moved, time);
  }

  /** What a payment that was first reserved leaves: a hold moves nothing, its capture is a purchase by another order. */
  SampleStatement captured(AccountId from, long amount, String time) {
    Amount moved = Amount.of(amount);
    Order order = new Order.Capture(terms(), terms().id(), moved);
    return add(EntryKind.PURCHASE, order, from, BAKERY, moved, time);
  }

  private Terms terms() {
    OrderId id = OrderId.of(SIGNED * 1_000, random.nextLong(), random.nextLong());
    return new Terms("test.omloop.example/kring", id, SIGNED, SIGNED + 600);
  }

  private SampleStatement add(
      EntryKind kind, Order order, AccountId from, AccountId to, Amount moved, String time) {
    JournalEntry entry = new JournalEntry(
        100 + lines.size(),
        Instant.parse(time).getEpochSecond() * MICROS_PER_SECOND,
        kind,
        SignedOrder.sign(order, List.of(key)),
        Optional.empty(),
        List.of(new Posting(from, Side.DEBIT, moved), new Posting(to, Side.CREDIT, moved)));
    StatementLine line = StatementLine.of(entry, BAKERY, balance).orElseThrow();
    lines.add(line);
    balance = line.balance();
    return this;
  }

  /** One of each that matters: in, out, given back, reserved first, names of all sorts. */
  static SampleStatement mixed() {
    return new SampleStatement(100_000)
        .in(EntryKind.PURCHASE, ANNA, 1_250, "2026-11-01T00:00:00Z")
        .refunded(ANNA, 250, "2026-11-01T10:30:00Z")
        .captured(ANNA, 499, "2026-11-03T12:00:00Z")
        .out(EntryKind.B2B, CAFE, 12_000, "2026-11-10T09:15:00Z")
        .in(EntryKind.B2B, EMOJI, 1, "2026-11-10T09:16:00Z")
        .out(EntryKind.DEMURRAGE, new AccountId("fund"), 105, "2026-11-30T23:59:59Z");
  }

  /** So many purchases of 0.01, 0.02, and so on, spread over the month. */
  static SampleStatement many(int count) {
    SampleStatement statement = new SampleStatement(-5_000);
    for (int at = 0; at < count; at++) {
      String time = String.format("2026-11-%02dT%02d:00:00Z", 1 + at * 30 / count, at % 24);
      statement.in(EntryKind.PURCHASE, at % 3 == 0 ? CAFE : ANNA, at + 1, time);
    }
    return statement;
  }

  Statement head() {
    return new Statement(BAKERY, period, 61_774, opening, balance, true);
  }

  List<StatementLine> lines() {
    return lines;
  }

  List<JournalEntry> entries() {
    return lines.stream().map(StatementLine::entry).toList();
  }

  Statement.Totals totals() {
    Statement.Totals totals = head().totalsBefore();
    for (StatementLine line : lines) {
      totals = totals.plus(line);
    }
    return totals;
  }

  byte[] write(StatementForm form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StatementFold fold = new StatementFold(head(), form);
    bytes.writeBytes(fold.begin());
    bytes.writeBytes(fold.add(entries()).orElseThrow());
    bytes.writeBytes(fold.end());
    return bytes.toByteArray();
  }
}
