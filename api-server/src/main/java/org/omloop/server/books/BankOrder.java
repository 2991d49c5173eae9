package org.omloop.server.books;

import java.time.LocalDate;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.order.OrderId;

/**
 * An entry that was booked against a line of the bank's.
 *
 * @param index of the entry
 * @param bookedAt unix microseconds
 * @param kind {@code ISSUE}, {@code PAID_OUT} or {@code RETURNED}
 * @param order the order booked; of a payout or a return that of the redemption
 * @param account the member whom it is about
 * @param line the bank line's reference
 * @param people how many signed it; keys of one person are one person
 * @param amount what the line moved into the reserve, minor units; negative when out of it; 0 for a payout that never left
 */
public record BankOrder(
    long index,
    long bookedAt,
    EntryKind kind,
    OrderId order,
    AccountId account,
    String line,
    int people,
    long amount) {
  /** Returns the UTC day on which it was booked. */
  public LocalDate day() {
    return Days.of(bookedAt);
  }
}
