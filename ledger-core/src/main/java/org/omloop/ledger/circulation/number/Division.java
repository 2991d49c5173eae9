package org.omloop.ledger.circulation.number;

/**
 * Exact division of moderate numbers by multiplying with a reciprocal, which several divisions can share; processors
 * divide whole numbers slowly.
 */
public final class Division {
  /** Below it, on either side of zero, a dividend may be given to {@link #floor}. */
  public static final long LIMIT = 1L << 52;

  private Division() {}

  /**
   * Returns ⌊dividend ÷ divisor⌋.
   *
   * @param dividend within ±{@link #LIMIT}, so that it is exact as a double and the estimate at most one off
   * @param divisor 1 … 2<sup>52</sup>
   * @param reciprocal 1.0 ÷ divisor
   */
  public static long floor(long dividend, long divisor, double reciprocal) {
    long estimate = (long) (dividend * reciprocal);
    long remainder = dividend - estimate * divisor;
    if (remainder < 0) {
      return estimate - 1;
    }
    return remainder >= divisor ? estimate + 1 : estimate;
  }
}
