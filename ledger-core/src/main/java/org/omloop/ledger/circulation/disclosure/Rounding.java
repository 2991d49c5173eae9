package org.omloop.ledger.circulation.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How shown figures are rounded (rule 4): each by itself, halves up, so that tables need not add up; a table has to
 * say so.
 */
public final class Rounding {
  private Rounding() {}

  /**
   * Rounds an amount in minor units to the step, 10.00 by default.
   *
   * @param amount 0 … 2<sup>53</sup>−1
   */
  public static long amount(long amount, Thresholds thresholds) {
    return nearest(amount, thresholds.amountStep());
  }

  /** Rounds a count to the step, 5 by default. */
  public static long count(long count, Thresholds thresholds) {
    return nearest(count, thresholds.countStep());
  }

  /** Rounds a share, 0 … 1, to whole percentage points. */
  public static int share(BigDecimal share) {
    return share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  /** Rounds LM3, 1 … 3, to two decimals. */
  public static BigDecimal lm3(BigDecimal lm3) {
    return lm3.setScale(2, RoundingMode.HALF_UP);
  }

  private static long nearest(long number, long step) {
    if (number < 0) {
      throw new IllegalArgumentException("no public figure is below zero: " + number);
    }
    return Math.addExact(number, step / 2) / step * step;
  }
}
