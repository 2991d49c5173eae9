package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * What is on each account, row by row, in minor units.
 *
 * <p>Not thread-safe.
 */
final class Balances {
  private final Rows rows;
  // owned by the table that advances
  private final long[] balances;
  private int next;

  /** Starts before the first row. */
  Balances(Rows rows) {
    this.rows = rows;
    this.balances = new long[rows.accounts().size()];
  }

  /** Takes in all rows before a later one. */
  void advanceTo(int row) {
    for (; next < row; next++) {
      add(rows.payer(next), -rows.amount(next));
      add(rows.payee(next), rows.amount(next));
    }
  }

  private void add(int account, long amount) {
    if (account != Accounts.OUTSIDE) {
      balances[account] += amount;
    }
  }

  long of(int account) {
    return balances[account];
  }
}
