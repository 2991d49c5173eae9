package org.omloop.server.sequencer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/** The orders of a circuit of two, made from a seed: its founding, and payments, some of them too large. */
final class SimulatedCircuit {
  static final long NOW = 1_800_000_000L;

  private static final String ORIGIN = "test.omloop.example/simulation";
  private static final AccountId ANNA = new AccountId("anna");
  private static final AccountId BAKERY = new AccountId("bakery");
  private static final SigningKey SERVER = key();
  private static final SigningKey OPERATOR = key();
  private static final SigningKey PAYER = key();

  private final Random random;

  SimulatedCircuit(Random random) {
    this.random = random;
  }

  static LogKey logKey() {
    return LogKey.of(ORIGIN, SERVER);
  }

  List<SignedOrder> founding() {
    Invitation operator = new Invitation(
        Invitation.hash("OPERATOR-DESK-1"), "one", "desk", Set.of(Right.OPERATE), NOW + 60);
    Invitation payer = new Invitation(
        Invitation.hash("INVITATION-1"), "anna", "phone", Set.of(Right.PAY), NOW + 60);
    return List.of(
        sign(
            new Order.Genesis(
                terms(),
                "Kring Proef",
                "euro",
                2,
                logKey().publicKey().text(),
                SERVER.publicKey(),
                List.of(operator),
                Map.of()),
            SERVER),
        enrol(Ledger.OPERATOR, OPERATOR, operator, "OPERATOR-DESK-1"),
        open(ANNA, Role.RESIDENT, Optional.of(payer)),
        open(BAKERY, Role.FIRM, Optional.empty()),
        enrol(ANNA, PAYER, payer, "INVITATION-1"),
        sign(new Order.Issue(terms(), ANNA, Amount.of(1_000), "bank-1"), OPERATOR));
  }

  private SignedOrder open(AccountId account, Role role, Optional<Invitation> invitation) {
    return sign(
        new Order.Open(
            terms(), account, AccountType.HOLDER, new Classification(role, "", ""), invitation),
        OPERATOR);
  }

  private SignedOrder enrol(AccountId account, SigningKey key, Invitation by, String code) {
    return sign(
        new Order.KeyAdd(
            terms(),
            account,
            key.publicKey(),
            by.rights(),
            by.holder(),
            by.label(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(code)),
        key);
  }

  /** A payment of up to 0.99, which the balance may or may not bear. */
  SignedOrder payment() {
    return sign(
        new Order.Pay(
            terms(),
            ANNA,
            BAKERY,
            Amount.of(1 + random.nextInt(99)),
            Optional.empty(),
            Optional.empty()),
        PAYER);
  }

  /** A payment made at that time, in unix seconds, that is dead ten minutes later. */
  SignedOrder paymentMadeAt(long seconds) {
    return payment(new Terms(ORIGIN, terms().id(), seconds, seconds + 600));
  }

  /** Another payment of the same name. */
  SignedOrder imposter(SignedOrder payment) {
    return payment(new Terms(ORIGIN, payment.id(), NOW, NOW + 599));
  }

  private SignedOrder payment(Terms terms) {
    return sign(
        new Order.Pay(terms, ANNA, BAKERY, Amount.of(1), Optional.empty(), Optional.empty()),
        PAYER);
  }

  private Terms terms() {
    OrderId id = OrderId.of(NOW * 1_000, random.nextLong(), random.nextLong());
    return new Terms(ORIGIN, id, NOW, NOW + 600);
  }

  private static SignedOrder sign(Order order, SigningKey key) {
    return SignedOrder.sign(order, List.of(key));
  }

  private static SigningKey key() {
    return SigningKey.generate(new java.security.SecureRandom());
  }
}
