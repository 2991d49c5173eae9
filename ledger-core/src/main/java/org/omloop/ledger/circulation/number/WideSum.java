package org.omloop.ledger.circulation.number;

import java.math.BigInteger;

/**
 * A running sum of 128 bits, for amounts times milliseconds or hops. It holds ±2<sup>127</sup>: more than
 * 2<sup>63</sup> minor units over 2<sup>60</sup> milliseconds.
 *
 * <p>Not thread-safe.
 */
public final class WideSum {
  // owned by the fold that adds: one number in two's complement
  private long high;
  private long low;

  /** Adds a product, exactly. */
  public void addProduct(long first, long second) {
    add(Math.multiplyHigh(first, second), first * second);
  }

  /** Adds another sum. */
  public void add(WideSum other) {
    add(other.high, other.low);
  }

  /** Adds a number. */
  public void add(long number) {
    add(number >> 63, number);
  }

  /** Returns the sum so far. */
  public BigInteger value() {
    BigInteger unsignedLow =
        BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
    return BigInteger.valueOf(high).shiftLeft(64).add(unsignedLow);
  }

  private void add(long otherHigh, long otherLow) {
    low += otherLow;
    long carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
    high += otherHigh + carry;
  }
}
