package org.omloop.server.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
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
import org.omloop.server.founding.Foundation;

/**
 * A town of many firms with money, and payments between them, each signed with the payer's own key.
 *
 * <p>Confined to one thread, but for {@link #payments}, which uses all cores itself.
 */
final class BenchTown {
  static final String ORIGIN = "bench.omloop.example/town";

  private static final String CODE = "BENCH-";
  private static final Set<Right> RIGHTS = Set.of(Right.PAY, Right.RECEIVE);
  private static final long OPENING_MINOR_UNITS = 1_000_000_00L;

  private final SecureRandom random = new SecureRandom();
  private final SigningKey operator = SigningKey.generate(random);
  private final List<SigningKey> keys;

  BenchTown(int accounts) {
    this.keys =
        IntStream.range(0, accounts).mapToObj(at -> SigningKey.generate(random)).toList();
  }

  /** Returns the settings file of such a town: one operator is enough, whatever the amount. */
  static JsonObject settings() {
    return new JsonObject()
        .put("origin", ORIGIN)
        .put("name", "Bench")
        .put(
            "operators",
            new JsonArray()
                .add(new JsonObject()
                    .put("holder", "bench")
                    .put("label", "")
                    .put("rights", new JsonArray().add("operate"))))
        .put("settings", new JsonObject().putNull("twoSignaturesAbove"));
  }

  /** Returns the orders that open every account, enrol its key and fill it, stage by stage. */
  List<List<SignedOrder>> opening(Foundation.OperatorCode code) {
    Order.KeyAdd self =
        keyAdd(Ledger.OPERATOR, operator, Set.of(Right.OPERATE), "bench", code.code());
    List<SignedOrder> open = new ArrayList<>();
    List<SignedOrder> add = new ArrayList<>();
    List<SignedOrder> fill = new ArrayList<>();
    for (int at = 0; at < keys.size(); at++) {
      String secret = CODE + (10_000 + at);
      Invitation invitation = new Invitation(
          Invitation.hash(secret), "holder-" + at, "", RIGHTS, now() + Terms.LONGEST_SECONDS);
      open.add(SignedOrder.sign(
          new Order.Open(
              terms(),
              account(at),
              AccountType.HOLDER,
              new Classification(Role.FIRM, "", ""),
              Optional.of(invitation)),
          operator));
      add.add(SignedOrder.sign(
          keyAdd(account(at), keys.get(at), RIGHTS, "holder-" + at, secret), keys.get(at)));
      fill.add(SignedOrder.sign(
          new Order.Issue(terms(), account(at), Amount.of(OPENING_MINOR_UNITS), "bench-" + at),
          operator));
    }
    return List.of(List.of(SignedOrder.sign(self, operator)), open, add, fill);
  }

  /** Returns fresh payments between random accounts, signed on all cores. */
  List<SignedOrder> payments(int count) {
    return payments(count, (payer, random) -> random);
  }

  /** Returns fresh payments that all go to one account. */
  List<SignedOrder> paymentsToOne(int count) {
    return payments(count, (payer, random) -> 0);
  }

  private List<SignedOrder> payments(int count, IntBinaryOperator payee) {
    SplittableRandom chance = new SplittableRandom(count);
    int[] payers = chance.ints(count, 1, keys.size()).toArray();
    int[] others = chance.ints(count, 1, keys.size()).toArray();
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(at -> {
          int to = payee.applyAsInt(payers[at], others[at]);
          return pay(payers[at], to == payers[at] ? 0 : to);
        })
        .toList();
  }

  private SignedOrder pay(int from, int to) {
    Order.Pay pay = new Order.Pay(
        terms(), account(from), account(to), Amount.of(1), Optional.empty(), Optional.empty());
    return SignedOrder.sign(pay, keys.get(from));
  }

  private Order.KeyAdd keyAdd(
      AccountId account, SigningKey key, Set<Right> rights, String holder, String code) {
    return new Order.KeyAdd(
        terms(),
        account,
        key.publicKey(),
        rights,
        holder,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(code));
  }

  private static AccountId account(int at) {
    return new AccountId("member-" + (100_000_000 + at));
  }

  private Terms terms() {
    long millis = System.currentTimeMillis();
    return new Terms(ORIGIN, OrderId.create(millis, random), millis / 1000, millis / 1000 + 86_400);
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }
}
