package org.omloop.server.books;

import org.omloop.ledger.account.AccountId;

/**
 * A line of the trial balance, minor units. Balances are credits less debits.
 *
 * @param opening before the period
 * @param debits of the period
 * @param credits of the period
 */
public record AccountSums(AccountId account, long opening, long debits, long credits) {
  /** Returns the balance after the period. */
  public long closing() {
    return opening - debits + credits;
  }
}
