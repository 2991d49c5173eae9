package org.omloop.server.books;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.server.audit.EntryFollower;

/**
 * What a replay of the journal tells an auditor. It reads along with a verification and counts for itself where the
 * ledger's rules have decided, so that one is held against the other. Confined to one thread.
 */
public final class JournalFacts implements EntryFollower {
  final BankFold bank = new BankFold();
  final LimitFold limits = new LimitFold();
  final RefundFold refunds = new RefundFold();
  final SignerFold signers = new SignerFold();
  final MemberFold members = new MemberFold();
  final RootFold roots;
  private final TreeMap<LocalDate, Map<AccountType, Long>> days = new TreeMap<>();
  private Ledger ledger = new Ledger();

  /**
   * Starts before the first entry.
   *
   * @param sizes at which the journal's root will be asked for
   */
  public JournalFacts(Collection<Long> sizes) {
    this.roots = new RootFold(sizes);
  }

  @Override
  public void follow(JournalEntry entry, Hash leaf, Ledger after) {
    ledger = after;
    roots.follow(leaf);
    signers.follow(entry, after);
    refunds.follow(entry, after);
    if (entry.refusal().isEmpty()) {
      bank.follow(entry, after);
      limits.follow(entry, after);
      members.follow(entry);
      if (!entry.postings().isEmpty()) {
        days.put(today(), bank.balances());
      }
    }
  }

  /** The ledger after the last entry that was followed. */
  Ledger ledger() {
    return ledger;
  }

  /** The sums of each type of account when a UTC day was over, minor units, credits less debits. */
  Map<AccountType, Long> balancesAfter(LocalDate day) {
    Map.Entry<LocalDate, Map<AccountType, Long>> last = days.floorEntry(day);
    return last == null ? Map.of() : last.getValue();
  }

  /** The day of the last entry: by this, ages are counted. */
  LocalDate today() {
    return Days.of(ledger.lastBookedAt());
  }

  int scale() {
    return ledger.genesis().map(Order.Genesis::scale).orElse(2);
  }
}
