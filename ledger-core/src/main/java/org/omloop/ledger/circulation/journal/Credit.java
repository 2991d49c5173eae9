package org.omloop.ledger.circulation.journal;

import java.util.Arrays;
import org.omloop.ledger.circulation.rows.Accounts;

/**
 * The ledger's balances of the accounts inside, which may be below zero: what is paid of a balance that is not there is
 * drawn, and what comes in while it is below zero retires that first (circulation.md, section 2). Minor units.
 *
 * <p>Not thread-safe.
 */
final class Credit {
  // owned by the thread that follows: by account
  private long[] balances = new long[64];

  /** Takes what an account pays off its balance, and returns how much of it lies below zero; 0 for one outside. */
  long pay(int account, long amount) {
    if (account == Accounts.OUTSIDE) {
      return 0;
    }
    long held = Math.max(0, balance(account));
    balances[account] -= amount;
    return Math.max(0, amount - held);
  }

  /** Adds what an account receives to its balance, and returns how much of it fills up to zero; 0 for one outside. */
  long receive(int account, long amount) {
    if (account == Accounts.OUTSIDE) {
      return 0;
    }
    long owed = Math.max(0, -balance(account));
    balances[account] += amount;
    return Math.min(owed, amount);
  }

  private long balance(int account) {
    if (account >= balances.length) {
      balances = Arrays.copyOf(balances, account + (account >> 1) + 1);
    }
    return balances[account];
  }
}
