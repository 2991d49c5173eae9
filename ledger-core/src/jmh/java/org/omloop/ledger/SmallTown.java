package org.omloop.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.SigningKey;

/** A ledger of some firms with money, and payments between them; the same every time. Confined to one thread. */
public final class SmallTown {
  /** The moment at which everything happens, in unix seconds. */
  public static final long NOW_SECONDS = 1_790_000_000L;

  private static final int FIRMS = 100;
  private static final long MICROS = 1_000_000;
  private static final Set<Right> RIGHTS = Set.of(Right.PAY, Right.RECEIVE);

  private final SplittableRandom random = new SplittableRandom(1);
  private final SigningKey operator = key();
  private final List<SigningKey> keys = new ArrayList<>();
  private final List<SignedOrder> opening = new ArrayList<>();
  private long orders;

  public SmallTown() {
    SigningKey server = key();
    Order.Genesis genesis = new Order.Genesis(
        terms(),
        "Town",
        "euro",
        2,
        "log",
        server.publicKey(),
        List.of(invitation("operator", Set.of(Right.OPERATE))),
        Map.of(Setting.TWO_SIGNATURES_ABOVE, Optional.empty()));
    opening.add(SignedOrder.sign(genesis, server));
    enrol(Ledger.OPERATOR, operator, Set.of(Right.OPERATE), "operator");
    for (int at = 0; at < FIRMS; at++) {
      settle(at);
    }
  }

  private void settle(int at) {
    keys.add(key());
    Classification firm = new Classification(Role.FIRM, "", "");
    Invitation invitation = invitation("firm-" + at, RIGHTS);
    opening.add(SignedOrder.sign(
        new Order.Open(terms(), firm(at), AccountType.HOLDER, firm, Optional.of(invitation)),
        operator));
    enrol(firm(at), keys.get(at), RIGHTS, "firm-" + at);
    opening.add(SignedOrder.sign(
        new Order.Issue(terms(), firm(at), Amount.of(1_000_00), "bank-" + at), operator));
  }

  private void enrol(AccountId account, SigningKey key, Set<Right> rights, String holder) {
    Order.KeyAdd add = new Order.KeyAdd(
        terms(),
        account,
        key.publicKey(),
        rights,
        holder,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(code(holder)));
    opening.add(SignedOrder.sign(add, key));
  }

  /** Returns a ledger in which everybody has money. */
  public Ledger ledger() {
    Ledger ledger = new Ledger();
    opening.forEach(order -> posted(ledger, order));
    return ledger;
  }

  /** Decides an order that must be posted, and returns its entry. */
  public static JournalEntry posted(Ledger ledger, SignedOrder order) {
    Decision decision = ledger.decide(order, NOW_SECONDS * MICROS);
    if (decision instanceof Decision.Posted posted) {
      return posted.entry();
    }
    throw new IllegalStateException("not posted: " + decision);
  }

  /** Returns a fresh payment of the smallest amount. */
  public SignedOrder payment() {
    int from = random.nextInt(FIRMS);
    int to = (from + 1 + random.nextInt(FIRMS - 1)) % FIRMS;
    Order.Pay pay = new Order.Pay(
        terms(), firm(from), firm(to), Amount.of(1), Optional.empty(), Optional.empty());
    return SignedOrder.sign(pay, keys.get(from));
  }

  private SigningKey key() {
    byte[] seed = new byte[SigningKey.SEED_BYTES];
    random.nextBytes(seed);
    return SigningKey.fromSeed(seed);
  }

  private Terms terms() {
    OrderId id = OrderId.of(NOW_SECONDS * 1_000, 0, orders++);
    return new Terms("jmh.omloop.example/town", id, NOW_SECONDS, NOW_SECONDS + 3_600);
  }

  private static Invitation invitation(String holder, Set<Right> rights) {
    return new Invitation(Invitation.hash(code(holder)), holder, "", rights, NOW_SECONDS + 3_600);
  }

  private static String code(String holder) {
    return "CODE-" + holder.toUpperCase(Locale.ROOT);
  }

  private static AccountId firm(int at) {
    return new AccountId("firm-" + at);
  }
}
