package org.omloop.server.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
public record StatementLine(
    JournalEntry entry, Optional<AccountId> counterparty, Side side, Amount amount, long balance) {
  /** Returns the line of an entry; empty when what it gives the account is what it takes. */
  public static Optional<StatementLine> of(
      JournalEntry entry, AccountId account, long balanceBefore) {
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

  /** Returns the day on which it was booked, UTC. */
  LocalDate day() {
    return LocalDate.ofInstant(bookedAt(), ZoneOffset.UTC);
  }

  /** Returns when it was booked. */
  Instant bookedAt() {
    return Instant.EPOCH.plus(entry.bookedAt(), ChronoUnit.MICROS);
  }

  /** Returns the order's id in the 32 digits that fit where a bank's file has room for 35. */
  String orderReference() {
    return entry.order().id().toString().replace("-", "");
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
