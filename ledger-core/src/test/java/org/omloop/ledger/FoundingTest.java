package org.omloop.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/** From an empty ledger to money that came in, went round and left: the shortest whole life of a currency. */
class FoundingTest {
  private static final long NOW = 1_790_000_000L;
  private final AtomicLong orders = new AtomicLong();
  private final Ledger ledger = new Ledger();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final SigningKey server = key(1);
  private final SigningKey operator = key(2);
  private final SigningKey resident = key(3);
  private final SigningKey baker = key(4);
  private final AccountId anna = new AccountId("anna");
  private final AccountId bakery = new AccountId("bakery");

  @Test
  void moneyComesInGoesRoundAndLeaves() {
    post(
        new Order.Genesis(
            terms(),
            "Kring Oost",
            "euro",
            2,
            "log",
            server.publicKey(),
            List.of(invitation("OPERATOR-1", Set.of(Right.OPERATE))),
            Map.of()),
        server);
    post(add(Ledger.OPERATOR, operator, "OPERATOR-1", Set.of(Right.OPERATE)), operator);
    Set<Right> all = Set.of(Right.PAY, Right.RECEIVE, Right.REFUND, Right.REDEEM);
    post(open(anna, Role.RESIDENT, invitation("ANNA-CODE", all)), operator);
    post(open(bakery, Role.FIRM, invitation("BAKERY-CODE", all)), operator);
    post(add(anna, resident, "ANNA-CODE", all), resident);
    post(add(bakery, baker, "BAKERY-CODE", all), baker);
    post(new Order.Issue(terms(), anna, Amount.of(5000), "bank-1"), operator);
    Order.Pay pay =
        new Order.Pay(terms(), anna, bakery, Amount.of(1250), Optional.empty(), Optional.empty());
    assertEquals(EntryKind.PURCHASE, post(pay, resident).kind());
    post(new Order.Refund(terms(), pay.terms().id(), Amount.of(250), Optional.empty()), baker);
    Order.Redeem redeem = new Order.Redeem(
        terms(), bakery, Amount.of(1000), Purpose.SUPPLIER, Optional.empty(), "A".repeat(43));
    post(redeem, baker);
    post(new Order.PaidOut(terms(), redeem.terms().id(), "bank-2"), operator);

    assertEquals(4000, balance(anna));
    assertEquals(0, balance(bakery));
    assertEquals(-4000, balance(Ledger.ISSUANCE));
    Ledger again = new Ledger();
    for (JournalEntry entry : journal) {
      JournalEntry read = LeafDecoder.decode(entry.leaf());
      assertArrayEquals(entry.leaf(), read.leaf());
      again.replay(read);
    }
    assertEquals(ledger.balanceRoot(), again.balanceRoot());
  }

  private long balance(AccountId id) {
    return ledger.account(id).orElseThrow().balance().minorUnits();
  }

  private JournalEntry post(Order order, SigningKey key) {
    Decision decision = ledger.decide(SignedOrder.sign(order, key), NOW * 1_000_000);
    JournalEntry entry = assertInstanceOf(Decision.Posted.class, decision).entry();
    journal.add(entry);
    return entry;
  }

  private Order.Open open(AccountId id, Role role, Invitation invitation) {
    return new Order.Open(
        terms(), id, AccountType.HOLDER, new Classification(role, "", ""), Optional.of(invitation));
  }

  private Order.KeyAdd add(AccountId account, SigningKey key, String code, Set<Right> rights) {
    return new Order.KeyAdd(
        terms(),
        account,
        key.publicKey(),
        rights,
        "someone",
        "phone",
        Optional.empty(),
        Optional.empty(),
        Optional.of(code));
  }

  private static Invitation invitation(String code, Set<Right> rights) {
    return new Invitation(Invitation.hash(code), "someone", "phone", rights, NOW + 1000);
  }

  private Terms terms() {
    return new Terms(
        "example.org/oost", OrderId.of(NOW * 1000, orders.incrementAndGet(), 0), NOW, NOW + 3600);
  }

  private static SigningKey key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return SigningKey.fromSeed(bytes);
  }
}
