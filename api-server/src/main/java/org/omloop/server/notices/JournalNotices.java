package org.omloop.server.notices;

import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;

/** What entries of the journal tell, and whom. Pure. */
final class JournalNotices {
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** Two signatures on a new key are two operators': the holder had no key left to sign with. */
  private static final int OPERATORS = 2;

  private JournalNotices() {}

  /** Returns what an entry tells; empty where it tells nothing. */
  static Optional<NewNotice> of(NoticeStore.Told told) {
    JournalEntry entry = LeafDecoder.decode(told.leaf());
    Order order = entry.order().order();
    if (order instanceof Order.Issue issue) {
      return notice(issue.to(), NoticeKind.TOPPED_UP, entry);
    }
    if (order instanceof Order.PaidOut) {
      return redeemer(told).flatMap(account -> notice(account, NoticeKind.PAID_OUT, entry));
    }
    if (order instanceof Order.Returned) {
      return redeemer(told).flatMap(account -> notice(account, NoticeKind.GIVEN_BACK, entry));
    }
    if (order instanceof Order.Open open) {
      return open.accountType() == AccountType.HOLDER
          ? notice(open.account(), NoticeKind.ADMITTED, entry)
          : Optional.empty();
    }
    if (order instanceof Order.KeyAdd add) {
      return add.code().isEmpty() && entry.order().signatures().size() >= OPERATORS
          ? notice(add.account(), NoticeKind.KEY_RECOVERY, entry)
          : Optional.empty();
    }
    return order instanceof Order.KeyRevoke revoke
        ? notice(revoke.account(), NoticeKind.KEY_BLOCKED, entry)
        : Optional.empty();
  }

  private static Optional<AccountId> redeemer(NoticeStore.Told told) {
    return told.original()
        .map(leaf -> LeafDecoder.decode(leaf).order().order())
        .flatMap(order ->
            order instanceof Order.Redeem redeem ? Optional.of(redeem.from()) : Optional.empty());
  }

  private static Optional<NewNotice> notice(
      AccountId account, NoticeKind kind, JournalEntry entry) {
    return Optional.of(new NewNotice(
        account.value(),
        kind,
        Long.toString(entry.index()),
        Optional.empty(),
        entry.bookedAt() / MICROS_PER_SECOND));
  }
}
