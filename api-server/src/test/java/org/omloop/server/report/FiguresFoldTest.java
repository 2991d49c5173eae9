package org.omloop.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

class FiguresFoldTest {
  private static final AccountId CITY = new AccountId("city");
  private static final AccountId ANNA = new AccountId("anna");
  private static final AccountId BAKERY = new AccountId("bakery");
  private static final AccountId FUND = new AccountId("fund");
  private static final SigningKey KEY = SigningKey.generate(new SecureRandom());

  private final FiguresFold fold = new FiguresFold();
  private long size;

  @Test
  void onlyRefundsOfSpendingLessenWhatWasSpent() {
    post(EntryKind.ISSUE, new Order.Issue(terms(), ANNA, Amount.of(5_000), "bank-1"));
    Order.Grant grant = new Order.Grant(terms(), CITY, ANNA, Amount.of(2_000), "programme");
    post(EntryKind.GRANT, grant);
    refund(grant, 500);
    Order.Pay gift = pay(ANNA, FUND, 300);
    post(EntryKind.CONTRIBUTION, gift);
    refund(gift, 300);
    Order.Pay bread = pay(ANNA, BAKERY, 1_000);
    post(EntryKind.PURCHASE, bread);
    refund(bread, 400);

    Figures figures = fold.figures();
    assertEquals(1_500, figures.granted());
    assertEquals(1_000, figures.spent());
    assertEquals(400, figures.refunded());
    assertEquals(OptionalDouble.of(0.12), figures.spentPerIssued());
  }

  private void refund(Order original, long amount) {
    post(
        EntryKind.REFUND,
        new Order.Refund(terms(), original.terms().id(), Amount.of(amount), Optional.empty()));
  }

  private static Order.Pay pay(AccountId from, AccountId to, long amount) {
    return new Order.Pay(terms(), from, to, Amount.of(amount), Optional.empty(), Optional.empty());
  }

  private static Terms terms() {
    return new Terms(
        "example.org/oost", OrderId.create(1_790_000_000_000L, new SecureRandom()), 0, 1);
  }

  private void post(EntryKind kind, Order order) {
    fold.follow(new JournalEntry(
        size++, size, kind, SignedOrder.sign(order, KEY), Optional.empty(), List.of()));
  }
}
