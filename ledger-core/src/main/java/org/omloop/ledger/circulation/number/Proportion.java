package org.omloop.ledger.circulation.number;

import java.math.BigInteger;

/** Shares of whole numbers, rounded down once and never before. */
public final class Proportion {
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  private Proportion() {}

  /**
   * Returns ⌊(amount·part + offset) ÷ whole⌋, exactly.
   *
   * @param amount 0 … 2<sup>63</sup>−1
   * @param part 0 … whole
   * @param offset 0 … whole−1
   * @param whole 1 … 2<sup>63</sup>−1
   */
  public static long floor(long amount, long part, long offset, long whole) {
    long high = Math.multiplyHigh(amount, part);
    long product = amount * part;
    long low = product + offset;
    if (high == 0 && product >= 0 && low >= 0) {
      return low / whole;
    }
    long carry = Long.compareUnsigned(low, offset) < 0 ? 1 : 0;
    return divide(high + carry, low, whole);
  }

  /**
   * Returns ⌊(number·weight + addend) ÷ whole⌋, exactly, where the quotient fits into 64 bits.
   *
   * @param number of either sign
   * @param weight 0 … 2<sup>63</sup>−1
   * @param addend 0 … 2<sup>63</sup>−1
   * @param whole 1 … 2<sup>63</sup>−1
   */
  public static long floorSum(long number, long weight, long addend, long whole) {
    long product = number * weight;
    long sum = product + addend;
    boolean productFits = Math.multiplyHigh(number, weight) == product >> 63;
    boolean sumFits = product < 0 || sum >= 0;
    if (productFits && sumFits) {
      return Math.floorDiv(sum, whole);
    }
    BigInteger dividend = BigInteger.valueOf(number)
        .multiply(BigInteger.valueOf(weight))
        .add(BigInteger.valueOf(addend));
    BigInteger[] result = dividend.divideAndRemainder(BigInteger.valueOf(whole));
    return result[0].longValueExact() - (result[1].signum() < 0 ? 1 : 0);
  }

  /**
   * Divides 128 bits by 63; the quotient must fit into 64 bits, hence high &lt; divisor. Long division in two digits of
   * 32 bits, after shifting the divisor until its first bit is set, so that an estimated digit is at most two too
   * large (Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D).
   */
  static long divide(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long shifted = divisor << shift;
    // A positive divisor of 63 bits leaves shift ≥ 1, so this moves fewer than 64 places.
    long top = (high << shift) | (low >>> (64 - shift));
    long rest = low << shift;
    long firstDigit = digit(top, rest >>> 32, shifted);
    long middle = (top << 32 | rest >>> 32) - firstDigit * shifted;
    return firstDigit << 32 | digit(middle, rest & LOW_HALF, shifted);
  }

  private static long digit(long top, long next, long divisor) {
    long divisorHigh = divisor >>> 32;
    long divisorLow = divisor & LOW_HALF;
    long estimate = Long.divideUnsigned(top, divisorHigh);
    long remainder = top - estimate * divisorHigh;
    while (remainder >>> 32 == 0 && isTooLarge(estimate, divisorLow, remainder << 32 | next)) {
      estimate--;
      remainder += divisorHigh;
    }
    return estimate;
  }

  private static boolean isTooLarge(long estimate, long divisorLow, long remainder) {
    return estimate >>> 32 != 0 || Long.compareUnsigned(estimate * divisorLow, remainder) > 0;
  }
}
