package org.omloop.server.notices;

import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;

/** What entries of the journal tell, and whom. Thread-safe. */
final class JournalNotices {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private JournalNotices() {}

  /**
   * Returns what an entry tells; empty where it tells nothing.
   *
   * @param directory the accounts and keys, as they stand at that entry or later
   */
  static Optional<NewNotice> of(NoticeStore.Told told, Directory directory) {
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
      return keyAdded(add, entry, directory);
    }
    return order instanceof Order.KeyRevoke revoke
        ? notice(revoke.account(), NoticeKind.KEY_BLOCKED, entry)
        : Optional.empty();
  }

  /** The first key of an account is how it begins; each further one could be a thief's. */
  private static Optional<NewNotice> keyAdded(
      Order.KeyAdd add, JournalEntry entry, Directory directory) {
    boolean isFirst = directory.keys().stream()
        .noneMatch(key ->
            key.account().equals(add.account()) && !key.id().equals(add.key().keyId()));
    if (isFirst) {
      return Optional.empty();
    }
    boolean isHolder = directory
        .account(add.account())
        .filter(each -> each.type() == AccountType.HOLDER)
        .isPresent();
    boolean isByOperators = entry.order().signatures().stream()
        .map(each -> directory.key(each.key()))
        .allMatch(
            key -> key.filter(each -> each.account().equals(Ledger.OPERATOR)).isPresent());
    NoticeKind kind = isHolder && isByOperators ? NoticeKind.KEY_RECOVERY : NoticeKind.KEY_ADDED;
    return notice(add.account(), kind, entry);
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
