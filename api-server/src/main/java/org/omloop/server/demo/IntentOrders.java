package org.omloop.server.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.market.Act;
import org.omloop.server.demo.market.BankStatement;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.demo.market.MarketRules;

/**
 * Turns the plan's intents into signed orders for one ledger. Immutable and thread-safe.
 *
 * @param ledger the ledger's origin
 * @param names the orders' ids
 * @param keyring everybody's keys
 * @param serverKey the key that the server signs with what it books by policy
 * @param members the orders by which members come in
 * @param bank where everybody's euros go
 * @param bankLine the name of a bank line, by the plan's reference of it
 * @param fileHash the SHA-256 of a planned statement's file, base64url
 * @param rules the currency's rules
 * @param calendar when planned moments really come
 */
public record IntentOrders(
    String ledger,
    OrderNames names,
    Keyring keyring,
    SigningKey serverKey,
    MemberOrders members,
    InventedBank bank,
    UnaryOperator<String> bankLine,
    Function<BankStatement, String> fileHash,
    MarketRules rules,
    MarketCalendar calendar) {
  private static final long LIFE_SECONDS = 24L * 60 * 60;
  /** The demo's reserve account, which is nobody's. */
  public static final String RESERVE_IBAN = "NL02ABNA0123456789";

  /** Nobody here is identified. */
  private static final int UNCHANGED_LEVEL = 0;

  /** Returns the same in another calendar. */
  public IntentOrders in(MarketCalendar other) {
    return new IntentOrders(
        ledger, names, keyring, serverKey, members, bank, bankLine, fileHash, rules, other);
  }

  /** Returns the moment an intent's order is made. */
  public Instant moment(Intent intent) {
    return calendar.instant(intent.at());
  }

  /** Returns an intent's order, made and signed at its moment. */
  public SignedOrder write(Intent intent) {
    long seconds = moment(intent).getEpochSecond();
    Terms terms = new Terms(ledger, names.intent(intent.number()), seconds, seconds + LIFE_SECONDS);
    return intent.act().match(new Writer(terms));
  }

  private final class Writer implements Act.Cases<SignedOrder> {
    private final Terms terms;

    Writer(Terms terms) {
      this.terms = terms;
    }

    @Override
    public SignedOrder join(Act.Join act) {
      return members.open(terms, act.account());
    }

    @Override
    public SignedOrder enrol(Act.Enrol act) {
      return members.enrol(terms, act.account());
    }

    @Override
    public SignedOrder classify(Act.Classify act) {
      return SignedOrder.sign(
          new Order.Classify(terms, act.account(), act.classification(), UNCHANGED_LEVEL),
          keyring.operator());
    }

    @Override
    public SignedOrder topUp(Act.TopUp act) {
      Order order =
          new Order.Issue(terms, act.to(), act.amount(), bankLine.apply(act.bankReference()));
      boolean byTwo = act.amount().compareTo(rules.twoSignaturesAbove()) > 0;
      return byTwo
          ? SignedOrder.sign(order, keyring.operators())
          : SignedOrder.sign(order, keyring.operator());
    }

    @Override
    public SignedOrder layDown(Act.LayDown act) {
      return SignedOrder.sign(
          new Order.Programme(
              terms,
              act.from(),
              act.programme(),
              act.budget(),
              terms.issuedAt(),
              calendar.instant(act.until().atStartOfDay()).getEpochSecond(),
              Optional.empty(),
              List.of(),
              0,
              List.of(),
              List.of(),
              Optional.empty()),
          keyring.operators());
    }

    @Override
    public SignedOrder grant(Act.Grant act) {
      return SignedOrder.sign(
          new Order.Grant(terms, act.from(), act.to(), act.amount(), act.programme()),
          keyring.all(act.from()));
    }

    @Override
    public SignedOrder pay(Act.Pay act) {
      return sign(
          new Order.Pay(
              terms, act.from(), act.to(), act.amount(), Optional.empty(), Optional.empty()),
          act.from());
    }

    @Override
    public SignedOrder refund(Act.Refund act) {
      return sign(
          new Order.Refund(terms, names.intent(act.original()), act.amount(), Optional.empty()),
          act.from());
    }

    @Override
    public SignedOrder redeem(Act.Redeem act) {
      return sign(
          new Order.Redeem(
              terms,
              act.from(),
              act.amount(),
              act.purpose(),
              act.sector(),
              bank.of(act.from()).ibanHash()),
          act.from());
    }

    @Override
    public SignedOrder paidOut(Act.PaidOut act) {
      return SignedOrder.sign(
          new Order.PaidOut(
              terms, names.intent(act.redemption()), bankLine.apply(act.bankReference())),
          keyring.operator());
    }

    @Override
    public SignedOrder returned(Act.Returned act) {
      return SignedOrder.sign(
          new Order.Returned(
              terms, names.intent(act.redemption()), bankLine.apply(act.bankReference())),
          keyring.operator());
    }

    @Override
    public SignedOrder statement(Act.Statement act) {
      BankStatement statement = act.statement();
      return SignedOrder.sign(
          new Order.Statement(
              terms,
              RESERVE_IBAN,
              statement.number(),
              calendar.date(statement.first()).toString(),
              calendar.date(statement.last()).toString(),
              statement.opening(),
              statement.credits(),
              statement.debits(),
              statement.closing(),
              fileHash.apply(statement)),
          List.of(serverKey));
    }

    @Override
    public SignedOrder hold(Act.Hold act) {
      return sign(
          new Order.Hold(
              terms,
              act.from(),
              act.to(),
              act.amount(),
              calendar.instant(act.until()).getEpochSecond()),
          act.from());
    }

    @Override
    public SignedOrder capture(Act.Capture act) {
      return sign(new Order.Capture(terms, names.intent(act.hold()), act.amount()), act.to());
    }

    @Override
    public SignedOrder release(Act.Release act) {
      return sign(new Order.Release(terms, names.intent(act.hold())), act.to());
    }

    @Override
    public SignedOrder suspend(Act.Suspend act) {
      return SignedOrder.sign(
          new Order.Suspend(terms, act.account(), act.suspended()), keyring.operator());
    }

    @Override
    public SignedOrder levy(Act.Levy act) {
      return SignedOrder.sign(
          new Order.Levy(terms, act.account(), calendar.month(act.period()).toString()),
          List.of(serverKey));
    }

    private SignedOrder sign(Order order, AccountId by) {
      return SignedOrder.sign(order, keyring.of(by));
    }
  }
}
