package org.omloop.server.closings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Usage;
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
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.SigningKey;

/** What of the journal is a shop's sale, and what it adds up to. */
class SaleTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LEDGER = "test.omloop.example/kring";
  private static final AccountId ANNA = new AccountId("anna");
  private static final AccountId SHOP = new AccountId("bakery");
  private static final AccountId MILL = new AccountId("mill");
  private static final AccountId FUND = new AccountId("pot");

  private final SigningKey till = key();
  private final SigningKey anna = key();
  private final Cashiers cashiers = Cashiers.of(SHOP, List.of(enrolled(till, SHOP, "till-1")));

  private static SigningKey key() {
    return SigningKey.generate(RANDOM);
  }

  private static EnrolledKey enrolled(SigningKey key, AccountId account, String label) {
    return new EnrolledKey(
        key.publicKey(),
        account,
        Set.of(Right.RECEIVE, Right.REFUND),
        "somebody",
        label,
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        Usage.NONE);
  }

  private static Terms terms() {
    return new Terms(LEDGER, OrderId.create(1, RANDOM), 0, 600);
  }

  private static Order.Pay pay(
      AccountId from, AccountId to, long amount, Optional<RequestTerms> request) {
    return new Order.Pay(terms(), from, to, Amount.of(amount), request, Optional.empty());
  }

  private RequestTerms request(long amount) {
    return RequestTerms.of(
        till.publicKey().keyId(),
        SHOP,
        Optional.of(Amount.of(amount)),
        LEDGER,
        0,
        600,
        new byte[8],
        "K1-7");
  }

  private static Order.Refund refund(long amount) {
    return new Order.Refund(terms(), terms().id(), Amount.of(amount), Optional.empty());
  }

  private static JournalEntry entry(Order order, SigningKey key, EntryKind kind, Posting... legs) {
    return new JournalEntry(
        1, 1, kind, SignedOrder.sign(order, List.of(key)), Optional.empty(), List.of(legs));
  }

  private static Posting[] legs(Object... fromToAmount) {
    List<Posting> postings = new ArrayList<>();
    for (int at = 0; at < fromToAmount.length; at += 3) {
      Amount amount = Amount.of((Integer) fromToAmount[at + 2]);
      postings.add(new Posting((AccountId) fromToAmount[at], Side.DEBIT, amount));
      postings.add(new Posting((AccountId) fromToAmount[at + 1], Side.CREDIT, amount));
    }
    return postings.toArray(Posting[]::new);
  }

  private Optional<Sale> sale(JournalEntry entry) {
    return Sale.of(entry, SHOP, cashiers);
  }

  @Test
  void aSaleCountsWholeAndTheFundsShareApart() {
    Sale sale = sale(entry(
            pay(ANNA, SHOP, 1_000, Optional.of(request(1_000))),
            anna,
            EntryKind.PURCHASE,
            legs(ANNA, SHOP, 1_000, SHOP, FUND, 50)))
        .orElseThrow();
    Sale back = sale(entry(
            refund(400), till, EntryKind.REFUND, legs(FUND, SHOP, 20, SHOP, ANNA, 400)))
        .orElseThrow();
    Tally tally = new Tally();
    tally.add(sale);
    tally.add(back);

    assertEquals(ANNA, sale.customer());
    assertEquals(Channel.CODE, sale.channel());
    assertEquals(Optional.of(till.publicKey().keyId()), sale.cashier());
    assertEquals("K1-7", sale.reference());
    assertEquals(ANNA, back.customer());
    assertTrue(back.isRefund());
    assertEquals(new Totals(1_000, 400, 30, 1, 1), tally.all());
    assertEquals(600, tally.all().net());
    assertEquals(tally.all(), tally.byCashier().get(till.publicKey().keyId()));
  }

  @Test
  void aPaymentThatNoTillAskedForHasNoCashier() {
    Sale sale = sale(entry(
            pay(ANNA, SHOP, 5, Optional.empty()), anna, EntryKind.PURCHASE, legs(ANNA, SHOP, 5)))
        .orElseThrow();

    assertEquals(Optional.empty(), sale.cashier());
    assertEquals(Channel.DIRECT, sale.channel());
  }

  @Test
  void whatTheShopPaysOrGetsBackItselfIsNoSale() {
    JournalEntry flour =
        entry(pay(SHOP, MILL, 5, Optional.empty()), till, EntryKind.B2B, legs(SHOP, MILL, 5));
    JournalEntry flourBack = entry(refund(5), anna, EntryKind.REFUND, legs(MILL, SHOP, 5));

    assertEquals(Optional.empty(), sale(flour));
    assertEquals(Optional.empty(), sale(flourBack));
  }

  @Test
  void whatWasRefusedIsNoSale() {
    JournalEntry refused = new JournalEntry(
        1,
        1,
        EntryKind.REFUSED,
        SignedOrder.sign(pay(ANNA, SHOP, 5, Optional.empty()), List.of(anna)),
        Optional.of(Refusal.INSUFFICIENT_FUNDS),
        List.of());

    assertEquals(Optional.empty(), sale(refused));
  }
}
