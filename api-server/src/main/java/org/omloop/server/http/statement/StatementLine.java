package org.omloop.server.http.statement;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.money.Amount;

/**
 * One entry that moved an account's money.
 *
 * @param entry the entry
 * @param counterparty the first account on the other side
 * @param side whether the account paid or was paid, all its postings in the entry together
 * @param amount by how much
 * @param balance the account's balance afterwards, in minor units
 */
record StatementLine(
    JournalEntry entry, Optional<AccountId> counterparty, Side side, Amount amount, long balance) {
  /** Returns the line of an entry; empty when what it gives the account is what it takes. */
  static Optional<StatementLine> of(JournalEntry entry, AccountId account, long balanceBefore) {
    long change = entry.postings().stream()
        .filter(each -> each.account().equals(account))
        .mapToLong(StatementLine::signed)
        .sum();
    if (change == 0) {
      return Optional.empty();
    }
    Side side = change < 0 ? Side.DEBIT : Side.CREDIT;
    return Optional.of(new StatementLine(
        entry,
        counterparty(entry.postings(), account, side),
        side,
        Amount.of(Math.abs(change)),
        balanceBefore + change));
  }

  private static long signed(Posting posting) {
    long amount = posting.amount().minorUnits();
    return posting.side() == Side.DEBIT ? -amount : amount;
  }

  private static Optional<AccountId> counterparty(
      List<Posting> postings, AccountId account, Side side) {
    return postings.stream()
        .filter(each -> !each.account().equals(account) && each.side() != side)
        .map(Posting::account)
        .findFirst();
  }
}
