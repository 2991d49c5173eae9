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

  /** Shows what each account holds. */
  void show(Holdings holdings);

  /** Returns the spells that have ended so far. */
  Spells spells();

  /**
   * Returns the SHA-256, in lower case hexadecimal digits, of what is inside: one line for each lot, in UTF-8 and ended
   * by a line feed, its fields separated by tabs. Lots that are equal in all but the amount are one line.
   *
   * <p>An exact state has lines of account, row id of the inflow, hops, row id by which it came there last, and
   * amount; in order of account (by code point), inflow, hops and last row (rows in ledger order). A state of merged
   * lots has lines of account, cohort, start of the week of inflow, hops (7 stands for 7 and more), amount, Σ amount ×
   * hops, Σ amount × time of inflow and Σ amount × time of arrival; in order of account (by code point), and then as
   * they lie there. Amounts are minor units, times milliseconds since the epoch.
   */
  String stateHash();

  /**
   * Returns what the rule says at a moment, without its lines: exits, survival and open lots are empty, as a {@link
   * LotListener} and {@link #show} tell of each lot.
   *
   * @param until milliseconds, not before the last row folded
   */
  TracedFigures totals(long until);

  /**
   * Returns what the rule says at a moment.
   *
   * @param until milliseconds, not before the last row folded
   */
  TracedFigures figures(long until);
}
