package org.omloop.server.reliability;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/**
 * Firms with a little money, some with an overdraft, and payments between them: most from and to a few of the firms,
 * every fifth larger than any balance. Thread-safe; who needs chance brings their own.
 */
final class Town {
  static final String ORIGIN = "test.omloop.example/town";

  private static final Set<Right> RIGHTS = Set.of(Right.PAY, Right.RECEIVE);
  private static final long OPENING_MINOR_UNITS = 5_000;
  private static final long OVERDRAFT_MINOR_UNITS = 1_000;
  private static final long LARGEST_MINOR_UNITS = 800;
  private static final long TOO_MUCH_MINOR_UNITS = 100_000_000;

  private final SecureRandom secure = new SecureRandom();
  private final SigningKey operator = SigningKey.generate(secure);
  private final SigningKey approver = SigningKey.generate(secure);
  private final List<SigningKey> keys;

  Town(int accounts) {
    this.keys =
        IntStream.range(0, accounts).mapToObj(at -> SigningKey.generate(secure)).toList();
  }

  /** The settings file of such a town: one operator is enough for every amount, a limit takes two. */
  static JsonObject settings() {
    return new JsonObject()
        .put("origin", ORIGIN)
        .put("name", "Kring Proef")
        .put("operators", new JsonArray().add(officer("operate")).add(officer("approve")))
        .put("settings", new JsonObject().putNull("twoSignaturesAbove"));
  }

  private static JsonObject officer(String right) {
    return new JsonObject()
        .put("holder", right)
        .put("label", "till")
        .put("rights", new JsonArray().add(right));
  }

  /**
   * The orders that open every account, enrol its key and fill it, each after those it stands on.
   *
   * @param codes the enrolment codes of the two operators
   */
  List<SignedOrder> opening(List<String> codes) {
    List<SignedOrder> orders = new ArrayList<>();
    orders.add(enrol(Ledger.OPERATOR, operator, Set.of(Right.OPERATE), "operate", codes.get(0)));
    orders.add(enrol(Ledger.OPERATOR, approver, Set.of(Right.APPROVE), "approve", codes.get(1)));
    for (int at = 0; at < keys.size(); at++) {
      orders.addAll(opening(at));
    }
    return orders;
  }

  private List<SignedOrder> opening(int at) {
    String code = "INVITATION-" + (1_000 + at);
    long until = now() + Terms.LONGEST_SECONDS;
    Invitation invitation =
        new Invitation(Invitation.hash(code), account(at).value(), "till", RIGHTS, until);
    Order open = new Order.Open(
        terms(),
        account(at),
        AccountType.HOLDER,
        new Classification(Role.FIRM, "", ""),
        Optional.of(invitation));
    List<SignedOrder> orders = new ArrayList<>();
    orders.add(sign(open, operator));
    orders.add(enrol(account(at), keys.get(at), RIGHTS, account(at).value(), code));
    if (at % 3 == 0) {
      Order limit = new Order.Limit(terms(), account(at), OVERDRAFT_MINOR_UNITS);
      orders.add(sign(limit, operator, approver));
    }
    Amount amount = Amount.of(OPENING_MINOR_UNITS);
    orders.add(sign(new Order.Issue(terms(), account(at), amount, "bank-" + at), operator));
    return orders;
  }

  private SignedOrder enrol(
      AccountId account, SigningKey key, Set<Right> rights, String holder, String code) {
    Order add = new Order.KeyAdd(
        terms(),
        account,
        key.publicKey(),
        rights,
        holder,
        "till",
        Optional.empty(),
        Optional.empty(),
        Optional.of(code));
    return sign(add, key);
  }

  /** A payment that the balance may bear or not. */
  SignedOrder payment(Random chance) {
    int payer = skewed(chance);
    int payee = (payer + 1 + skewed(chance) % (keys.size() - 1)) % keys.size();
    long amount = chance.nextInt(5) == 0
        ? TOO_MUCH_MINOR_UNITS
        : 1 + (long) (chance.nextDouble() * LARGEST_MINOR_UNITS);
    return pay(payer, payee, amount, terms());
  }

  /** A payment of the least there is, which can be made thousands of times. */
  SignedOrder smallPayment(int payer, Terms terms) {
    return pay(payer % keys.size(), (payer + 1) % keys.size(), 1, terms);
  }

  /** A hold on one account's money for the next, until a moment in unix seconds. */
  SignedOrder hold(int payer, Terms terms, long until) {
    return sign(
        new Order.Hold(terms, account(payer), account(payer + 1), Amount.of(1), until),
        keys.get(payer));
  }

  /** What the payee of such a hold signs to take it. */
  SignedOrder capture(int payer, Terms terms, OrderId hold) {
    return sign(new Order.Capture(terms, hold, Amount.of(1)), keys.get(payer + 1));
  }

  private int skewed(Random chance) {
    return (int) (keys.size() * Math.pow(chance.nextDouble(), 3));
  }

  private SignedOrder pay(int payer, int payee, long amount, Terms terms) {
    return sign(
        new Order.Pay(
            terms,
            account(payer),
            account(payee),
            Amount.of(amount),
            Optional.empty(),
            Optional.empty()),
        keys.get(payer));
  }

  private static SignedOrder sign(Order order, SigningKey... signers) {
    return SignedOrder.sign(order, List.of(signers));
  }

  static AccountId account(int at) {
    return new AccountId("firm-" + (1_000 + at));
  }

  /** Terms from now on, for a day. */
  Terms terms() {
    return terms(now(), now() + 86_400);
  }

  /** True time, in unix seconds. */
  static long now() {
    return System.currentTimeMillis() / 1_000;
  }

  /** Terms of a new order for that time, in unix seconds. */
  Terms terms(long from, long until) {
    return new Terms(ORIGIN, OrderId.create(from * 1_000, secure), from, until);
  }
}
