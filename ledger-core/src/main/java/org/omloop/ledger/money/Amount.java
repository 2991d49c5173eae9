package org.omloop.ledger.money;

/**
 * A positive sum of money in minor units (cents at scale 2), 1 … 2<sup>53</sup>−1, so that every JSON reader holds
 * it exactly.
 */
public record Amount(long minorUnits) implements Comparable<Amount> {
  /** The largest sum, 2<sup>53</sup>−1 minor units. */
  public static final long MAXIMUM = (1L << 53) - 1;

  /** Throws {@link IllegalArgumentException} outside 1 … {@link #MAXIMUM}. */
  public Amount {
    if (!isValid(minorUnits)) {
      throw new IllegalArgumentException("an amount is 1 to " + MAXIMUM + ", not " + minorUnits);
    }
  }

  /** Returns an amount of so many minor units. */
  public static Amount of(long minorUnits) {
    return new Amount(minorUnits);
  }

  /** Tells whether so many minor units are an amount. */
  public static boolean isValid(long minorUnits) {
    return minorUnits >= 1 && minorUnits <= MAXIMUM;
  }

  /** Returns basis points (hundredths of a percent) of this amount, rounded down to whole minor units. */
  public long basisPoints(int points) {
    return Math.multiplyExact(minorUnits / 10_000, points) + minorUnits % 10_000 * points / 10_000;
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(minorUnits, other.minorUnits);
  }
}
