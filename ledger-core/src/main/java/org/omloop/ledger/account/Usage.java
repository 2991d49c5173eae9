package org.omloop.ledger.account;

import org.omloop.ledger.money.Amount;

/**
 * How much of a periodic limit is used: a sum of minor units within one period (a UTC day or month of booking).
 *
 * @param period the period's number, counted from 1970
 * @param minorUnits what was used in that period
 */
public record Usage(long period, long minorUnits) {
  /** Nothing used yet. */
  public static final Usage NONE = new Usage(0, 0);

  /** Returns what is used in the period: zero when the last use was in an earlier one. */
  public long in(long asked) {
    return period == asked ? minorUnits : 0;
  }

  /** Returns the usage after so much more in the period; beyond the largest amount, which any limit is below, it stays. */
  public Usage plus(long now, long more) {
    return new Usage(now, Math.min(in(now) + more, Amount.MAXIMUM));
  }
}
