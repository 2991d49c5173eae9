package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.trace.LotListener;
import org.omloop.ledger.circulation.trace.Lots;

/**
 * Adds up one thing about money under one rule: told of all that moves, in ledger order, of what lies where when the
 * period begins, and then of what lies where at its end.
 *
 * <p>Not thread-safe.
 */
interface MoneyFollower extends LotListener {
  /**
   * An account holds these lots before the period's first row.
   *
   * @param start milliseconds, when the period begins
   */
  default void begins(Lots lots, long start) {}

  /**
   * An account holds these lots after the last row.
   *
   * @param until milliseconds, not before the last row
   */
  void holds(int account, Lots lots, long until);
}
