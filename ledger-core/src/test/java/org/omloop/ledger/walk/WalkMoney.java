package org.omloop.ledger.walk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SigningKey;

/** Drafts orders that move money. Confined to its walk's thread. */
final class WalkMoney {
  private static final String HASH = Base64Url.encode(Sha256.of(new byte[0]));

  /** A payment request, and what it asks. */
  private record Asked(RequestTerms terms, AccountId payee, Amount amount) {}

  private final Dice dice;
  private final WalkTerms terms;
  private final WalkPeople people;
  private final WalkPlaces places;
  private final List<Asked> asked = new ArrayList<>();
  private int bankLines;

  WalkMoney(Dice dice, WalkTerms terms, WalkPeople people, WalkPlaces places) {
    this.dice = dice;
    this.terms = terms;
    this.people = people;
    this.places = places;
  }

  /** Returns the ways to draft. */
  List<Way> ways() {
    return List.of(
        new Way(24, this::pay),
        new Way(10, this::refund),
        new Way(6, this::redeem),
        new Way(4, this::paidOut),
        new Way(4, this::returned),
        new Way(10, this::hold),
        new Way(6, this::capture),
        new Way(4, this::release),
        new Way(14, this::issue),
        new Way(5, this::grant),
        new Way(16, this::grantAsLaidDown));
  }

  private Draft pay() {
    AccountId from = places.payer(AccountType.HOLDER);
    AccountId to = dice.in(5) ? places.fund() : places.holder();
    Amount amount = places.amountOf(from);
    if (!dice.in(35) || amount.minorUnits() > RequestTerms.MOST) {
      return pay(from, to, amount, Optional.empty());
    }
    Asked asked = asked(to, amount);
    return dice.in(60)
        ? pay(from, asked.payee(), asked.amount(), Optional.of(asked.terms()))
        : pay(from, to, amount, Optional.of(asked.terms()));
  }

  private Draft pay(AccountId from, AccountId to, Amount amount, Optional<RequestTerms> request) {
    return new Draft(
        new Order.Pay(terms.next(), from, to, amount, request, Optional.empty()),
        people.of(from, Right.PAY));
  }

  /** Every other request has been made before: it may be paid, over, or for somebody else. */
  private Asked asked(AccountId payee, Amount amount) {
    if (!asked.isEmpty() && dice.in(50)) {
      return dice.pick(asked);
    }
    long life = 10 + dice.below(600);
    RequestTerms made = RequestTerms.of(
        KeyId.parse(HASH),
        payee,
        dice.in(20) ? Optional.empty() : Optional.of(amount),
        dice.in(5) ? "example.org/other" : WalkTerms.ORIGIN,
        terms.seconds(),
        life,
        ByteBuffer.allocate(Long.BYTES).putLong(asked.size()).array(),
        "");
    terms.appoint(made.expiresAt());
    asked.add(new Asked(made, payee, amount));
    return asked.get(asked.size() - 1);
  }

  private Draft refund() {
    OrderId original = places.payment();
    AccountId payee = places.payee(original);
    return new Draft(
        new Order.Refund(terms.next(), original, places.amountOf(original), Optional.empty()),
        people.of(payee, Right.REFUND));
  }

  private Draft redeem() {
    AccountId from = dice.in(15) ? Ledger.OPERATOR : places.payer(AccountType.HOLDER);
    Purpose purpose = from.equals(Ledger.OPERATOR) && dice.in(80)
        ? Purpose.FEE
        : dice.pick(List.of(Purpose.values()));
    return new Draft(
        new Order.Redeem(
            terms.next(), from, places.amountOf(from), purpose, Optional.empty(), HASH),
        people.of(from, Right.REDEEM));
  }

  private Draft paidOut() {
    return new Draft(
        new Order.PaidOut(terms.next(), places.redemption(), bank()), people.operator());
  }

  private Draft returned() {
    return new Draft(
        new Order.Returned(terms.next(), places.redemption(), bank()), people.operator());
  }

  private Draft hold() {
    AccountId from = places.payer(AccountType.HOLDER);
    return new Draft(
        new Order.Hold(terms.next(), from, places.holder(), places.amountOf(from), terms.moment()),
        people.of(from, Right.PAY));
  }

  private Draft capture() {
    OrderId hold = places.hold();
    return new Draft(
        new Order.Capture(terms.next(), hold, places.amountOf(hold)),
        people.of(places.payee(hold), Right.RECEIVE));
  }

  private Draft release() {
    OrderId hold = places.hold();
    return new Draft(
        new Order.Release(terms.next(), hold), people.of(places.payee(hold), Right.RECEIVE));
  }

  private Draft issue() {
    return issue(dice.in(90) ? places.holder() : places.any());
  }

  /** Drafts an issue to an account. */
  Draft issue(AccountId to) {
    return new Draft(
        new Order.Issue(terms.next(), to, places.amount(), bank()),
        dice.in(30) ? people.twoOperators() : people.operator());
  }

  private Draft grant() {
    AccountId from = places.payer(dice.in(50) ? AccountType.TREASURY : AccountType.FUND);
    AccountId to = dice.in(5) ? from : places.holder();
    return new Draft(
        new Order.Grant(terms.next(), from, to, places.amountOf(from), WalkPlaces.PROGRAMME),
        people.twoOf(from, Right.PAY));
  }

  /** By the programme laid down last: as its partner hands out, as the server grants its bonus, or else by two. */
  private Draft grantAsLaidDown() {
    Optional<Order.Programme> laid = places.programme();
    if (laid.isEmpty()) {
      return grant();
    }
    Order.Programme programme = laid.get();
    Amount amount = dice.in(80) ? Amount.of(dice.upTo(3_000)) : Amount.of(3_000 + dice.upTo(9_000));
    return new Draft(
        new Order.Grant(
            terms.next(), programme.from(), places.holder(), amount, WalkPlaces.PROGRAMME),
        signers(programme));
  }

  private List<SigningKey> signers(Order.Programme programme) {
    if (!programme.partners().isEmpty() && dice.in(70)) {
      return people.of(programme.partners().get(0), Right.RECEIVE);
    }
    return programme.bonusBasisPoints() > 0
        ? List.of(WalkPeople.server())
        : people.twoOf(programme.from(), Right.PAY);
  }

  private String bank() {
    return "line-" + (dice.in(90) ? ++bankLines : dice.below(1 + bankLines));
  }
}
