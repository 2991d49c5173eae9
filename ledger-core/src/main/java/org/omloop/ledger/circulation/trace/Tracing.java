package org.omloop.ledger.circulation.trace;

/**
 * A fold that follows money through the rows under one rule, in ledger order.
 *
 * <p>Not thread-safe.
 */
public interface Tracing {
  /** Folds the next row. */
  void fold(int row);

  /** Returns what an account's lots add up to, in minor units. */
  long balance(int account);

  /**
   * Returns what the rule says at a moment.
   *
   * @param until milliseconds, not before the last row folded
   */
  TracedFigures figures(long until);
}
