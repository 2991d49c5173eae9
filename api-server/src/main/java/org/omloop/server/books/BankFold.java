package org.omloop.server.books;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/** What the journal says of the bank: statements, and entries against their lines; and balances by type of account. */
final class BankFold {
  private final List<BookedStatement> statements = new ArrayList<>();
  private final List<BankOrder> orders = new ArrayList<>();
  private final Map<AccountType, Long> balances = new EnumMap<>(AccountType.class);
  private final Map<OrderId, AccountId> redeemers = new HashMap<>();

  void follow(JournalEntry entry, Ledger after) {
    for (Posting each : entry.postings()) {
      AccountType type = after.account(each.account()).orElseThrow().type();
      balances.merge(type, signed(each), Math::addExact);
    }
    Order order = entry.order().order();
    if (order instanceof Order.Redeem redeem) {
      redeemers.put(entry.order().id(), redeem.from());
    } else if (order instanceof Order.Issue issue) {
      add(
          entry,
          after,
          entry.order().id(),
          issue.to(),
          issue.bank(),
          issue.amount().minorUnits());
    } else if (order instanceof Order.PaidOut paid) {
      add(entry, after, paid.redeem(), redeemers.get(paid.redeem()), paid.bank(), -amount(entry));
    } else if (order instanceof Order.Returned back) {
      boolean left = entry.postings().get(0).account().equals(Ledger.ISSUANCE);
      add(
          entry,
          after,
          back.redeem(),
          redeemers.get(back.redeem()),
          back.bank(),
          left ? amount(entry) : 0);
    } else if (order instanceof Order.Statement statement) {
      statements.add(
          new BookedStatement(entry.index(), entry.bookedAt(), statement, Map.copyOf(balances)));
    }
  }

  private void add(
      JournalEntry entry,
      Ledger after,
      OrderId order,
      @Nullable AccountId account,
      String line,
      long amount) {
    orders.add(new BankOrder(
        entry.index(),
        entry.bookedAt(),
        entry.kind(),
        order,
        Objects.requireNonNull(account),
        line,
        people(entry, after),
        amount));
  }

  private static int people(JournalEntry entry, Ledger after) {
    return (int) entry.order().signatures().stream()
        .flatMap(each -> after.key(each.key()).stream())
        .map(EnrolledKey::holder)
        .distinct()
        .count();
  }

  private static long amount(JournalEntry entry) {
    return entry.postings().get(0).amount().minorUnits();
  }

  private static long signed(Posting posting) {
    long amount = posting.amount().minorUnits();
    return posting.side() == Side.CREDIT ? amount : -amount;
  }

  List<BookedStatement> statements() {
    return List.copyOf(statements);
  }

  List<BankOrder> orders() {
    return List.copyOf(orders);
  }

  Map<AccountType, Long> balances() {
    return Map.copyOf(balances);
  }
}
