package org.omloop.server.report;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * Adds up the public figures, entry by entry. Their definitions: a payment's amount is its order's, so a contribution
 * that travels with it counts in no figure; a redemption that comes back counts as never redeemed,
 * and a grant that goes back as never granted.
 *
 * <p>Thread-safe: fed by one thread, asked by any.
 */
public final class FiguresFold {
  private record Redeemed(String purpose, long amount) {}

  private final Map<OrderId, Redeemed> underWay = new HashMap<>();
  private final Map<OrderId, EntryKind> notSpent = new HashMap<>();
  private final TreeMap<String, Long> redeemedByPurpose = new TreeMap<>();
  private final TreeMap<String, Long> refusals = new TreeMap<>();
  private long entries;
  private long bookedAt;
  private long members;
  private long organisations;
  private long issued;
  private long granted;
  private long spent;
  private long refunded;
  private long redeemed;
  private long outstanding;

  /** Takes in the next entry. */
  public synchronized void follow(JournalEntry entry) {
    entries = entry.index() + 1;
    bookedAt = entry.bookedAt();
    entry.refusal().ifPresent(reason -> refusals.merge(reason.wireName(), 1L, Long::sum));
    if (entry.refusal().isEmpty()) {
      post(entry);
    }
  }

  private void post(JournalEntry entry) {
    Order order = entry.order().order();
    if (order instanceof Order.Pay pay) {
      spend(entry, pay.amount());
    } else if (order instanceof Order.Capture capture) {
      spend(entry, capture.amount());
    } else if (order instanceof Order.Refund refund) {
      refund(refund);
    } else if (order instanceof Order.Issue issue) {
      issued += issue.amount().minorUnits();
      outstanding += issue.amount().minorUnits();
    } else if (order instanceof Order.Grant grant) {
      granted += grant.amount().minorUnits();
      notSpent.put(grant.terms().id(), entry.kind());
    } else if (order instanceof Order.Redeem redeem) {
      Redeemed what = new Redeemed(redeem.purpose().wireName(), redeem.amount().minorUnits());
      underWay.put(redeem.terms().id(), what);
      redeem(what, 1);
    } else {
      settle(entry, order);
    }
  }

  private void settle(JournalEntry entry, Order order) {
    if (order instanceof Order.PaidOut) {
      outstanding -= entry.postings().get(0).amount().minorUnits();
    } else if (order instanceof Order.Returned returned) {
      redeem(java.util.Objects.requireNonNull(underWay.remove(returned.redeem())), -1);
      boolean wasPaid = entry.postings().get(0).account().equals(org.omloop.ledger.Ledger.ISSUANCE);
      outstanding += wasPaid ? entry.postings().get(0).amount().minorUnits() : 0;
    } else if (order instanceof Order.Open open && open.accountType() == AccountType.HOLDER) {
      boolean resident = open.classification().role() == Role.RESIDENT;
      members += resident ? 1 : 0;
      organisations += resident ? 0 : 1;
    }
  }

  private void spend(JournalEntry entry, Amount amount) {
    if (entry.kind().isSpending()) {
      spent += amount.minorUnits();
    } else {
      notSpent.put(entry.order().id(), entry.kind());
    }
  }

  /** What was no spending, such as a grant, is no refund of spending either when it goes back. */
  private void refund(Order.Refund refund) {
    EntryKind original = notSpent.get(refund.original());
    refunded += original == null ? refund.amount().minorUnits() : 0;
    granted -= original == EntryKind.GRANT ? refund.amount().minorUnits() : 0;
  }

  private void redeem(Redeemed what, int sign) {
    redeemed += sign * what.amount();
    redeemedByPurpose.merge(what.purpose(), sign * what.amount(), Long::sum);
    redeemedByPurpose.remove(what.purpose(), 0L);
  }

  /** Returns the figures up to the last entry taken in. */
  public synchronized Figures figures() {
    return new Figures(
        entries,
        bookedAt,
        members,
        organisations,
        issued,
        granted,
        spent,
        refunded,
        redeemed,
        outstanding,
        redeemedByPurpose,
        refusals);
  }
}
