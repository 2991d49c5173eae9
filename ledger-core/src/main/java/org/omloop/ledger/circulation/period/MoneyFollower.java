package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.trace.LotListener;
import org.omloop.ledger.circulation.trace.Lots;

/**
 * Adds up one thing about money under one rule: told of all that moves, in ledger order, and then of what lies where.
 *
 * <p>Not thread-safe.
 */
interface MoneyFollower extends LotListener {
  /**
   * An account holds these lots after the last row.
   *
   * @param until milliseconds, not before the last row
   */
  void holds(int account, Lots lots, long until);
}
