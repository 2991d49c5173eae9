package org.omloop.server.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

class ProgrammesFoldTest {
  private static final AccountId CITY = new AccountId("city");
  private static final AccountId FUND = new AccountId("fund");
  private static final AccountId ANNA = new AccountId("anna");
  private static final AccountId BO = new AccountId("bo");
  private static final SigningKey KEY = SigningKey.generate(new SecureRandom());

  private final ProgrammesFold fold = new ProgrammesFold();
  private long size;

  @Test
  void whatWasGrantedIsToldByAccountAndName() {
    Order.Grant first = grant(CITY, ANNA, 2_000, "lunch");
    book(EntryKind.GRANT, first, Optional.empty());
    book(EntryKind.GRANT, grant(CITY, ANNA, 500, "lunch"), Optional.empty());
    book(EntryKind.GRANT, grant(CITY, BO, 700, "lunch"), Optional.empty());
    book(EntryKind.GRANT, grant(CITY, BO, 10, "sport"), Optional.empty());
    book(EntryKind.GRANT, grant(FUND, BO, 40, "lunch"), Optional.empty());
    book(EntryKind.REFUSED, grant(CITY, BO, 9_999, "lunch"), Optional.of(Refusal.EXPIRED));
    book(
        EntryKind.REFUND,
        new Order.Refund(terms(), first.terms().id(), Amount.of(300), Optional.empty()),
        Optional.empty());
    book(
        EntryKind.REFUND,
        new Order.Refund(terms(), terms().id(), Amount.of(77), Optional.empty()),
        Optional.empty());

    assertEquals(
        List.of(
            new HandedOut(CITY, "lunch", 3_200, 300, 3, 2, 1_000, 1_002),
            new HandedOut(CITY, "sport", 10, 0, 1, 1, 1_003, 1_003),
            new HandedOut(FUND, "lunch", 40, 0, 1, 1, 1_004, 1_004)),
        fold.all());
  }

  private static Order.Grant grant(AccountId from, AccountId to, long amount, String programme) {
    return new Order.Grant(terms(), from, to, Amount.of(amount), programme);
  }

  private static Terms terms() {
    return new Terms(
        "example.org/oost", OrderId.create(1_790_000_000_000L, new SecureRandom()), 0, 1);
  }

  private void book(EntryKind kind, Order order, Optional<Refusal> refusal) {
    fold.follow(new JournalEntry(
        size, 1_000 + size, kind, SignedOrder.sign(order, KEY), refusal, List.of()));
    size++;
  }
}
