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
   * @param dividend within ±{@link #LIMIT}, or from 0 to 2<sup>62</sup> where the quotient is below 2<sup>40</sup>, so
   *     that the estimate is at most one off
   * @param divisor 1 … 2<sup>52</sup>
   * @param reciprocal 1.0 ÷ divisor
   */
  public static long floor(long dividend, long divisor, double reciprocal) {
    return corrected((long) (dividend * reciprocal), dividend, divisor);
  }

  private static long corrected(long estimate, long dividend, long divisor) {
    long remainder = dividend - estimate * divisor;
    if (remainder < 0) {
      return estimate - 1;
    }
    return remainder >= divisor ? estimate + 1 : estimate;
  }

  /**
   * Returns the share of a sum that goes with a part of a whole: sum·part ÷ whole, rounded towards zero.
   *
   * @param part 0 … whole
   * @param reciprocal 1.0 ÷ whole
   */
  public static long share(long sum, long part, long whole, double reciprocal) {
    if (sum < 0) {
      return -Proportion.floor(-sum, part, 0, whole);
    }
    // Below 2^26 each, so the product is below the limit.
    return (sum | part) >>> 26 == 0
        ? floor(sum * part, whole, reciprocal)
        : Proportion.floor(sum, part, 0, whole);
  }

  /**
   * Returns by how much a mean moves when something joins whose mean lies apart from it: ⌊(apart·added + rests) ÷
   * whole⌋.
   *
   * @param added 0 … whole
   * @param rests what both means were rounded down by, times their weights, together below the whole
   * @param reciprocal 1.0 ÷ whole
   */
  public static long shift(long apart, long added, long rests, long whole, double reciprocal) {
    boolean isModerate = Math.abs(apart) < 1L << 40 && added < 1L << 22 && whole < LIMIT;
    if (!isModerate) {
      return Proportion.floorSum(apart, added, rests, whole);
    }
    // The quotient is within 2^40, so that a double is less than one off, however large the
    // product.
    long dividend = apart * added + rests;
    return corrected((long) Math.floor(dividend * reciprocal), dividend, whole);
  }
}
