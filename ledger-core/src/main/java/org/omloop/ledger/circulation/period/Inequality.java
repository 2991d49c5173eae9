package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.omloop.ledger.circulation.number.SixDecimals;

/** How evenly amounts are spread, exactly, to six decimals. Immutable. */
final class Inequality {
  private static final BigInteger TENTHS = BigInteger.TEN;

  private final long[] sorted;
  private final BigInteger sum;

  private Inequality(long[] sorted) {
    this.sorted = sorted;
    this.sum = sum(0, sorted.length);
  }

  /**
   * Takes amounts in any order.
   *
   * @param amounts none below zero
   */
  static Inequality of(long[] amounts) {
    long[] sorted = amounts.clone();
    Arrays.sort(sorted);
    if (sorted.length > 0 && sorted[0] < 0) {
      throw new IllegalArgumentException("an amount of " + sorted[0]);
    }
    return new Inequality(sorted);
  }

  int count() {
    return sorted.length;
  }

  /** Returns 2 Σ i·x_(i) ÷ (n Σ x) − (n + 1) ÷ n, from 0 where all have the same; empty where all have nothing. */
  Optional<BigDecimal> gini() {
    BigInteger weighted = BigInteger.ZERO;
    for (int at = 0; at < sorted.length; at++) {
      weighted = weighted.add(BigInteger.valueOf(sorted[at]).multiply(BigInteger.valueOf(at + 1L)));
    }
    BigInteger count = BigInteger.valueOf(sorted.length);
    BigInteger above = weighted.shiftLeft(1).subtract(sum.multiply(count.add(BigInteger.ONE)));
    return SixDecimals.ratio(above, sum.multiply(count));
  }

  /** Returns the Herfindahl–Hirschman index, Σ share²: 1 where one has all; empty where all have nothing. */
  Optional<BigDecimal> concentration() {
    BigInteger squares = BigInteger.ZERO;
    for (long amount : sorted) {
      squares = squares.add(BigInteger.valueOf(amount).pow(2));
    }
    return SixDecimals.ratio(squares, sum.pow(2));
  }

  /** Returns the share of so many who have most; empty where all have nothing. */
  Optional<BigDecimal> shareOfTop(int count) {
    return SixDecimals.ratio(sum(Math.max(0, sorted.length - count), sorted.length), sum);
  }

  /**
   * Returns a point of the Lorenz curve: the share of the sum that so many tenths of all have, those who have least;
   * within one that is cut, in proportion. Empty where all have nothing.
   *
   * @param tenths 0 … 10
   */
  Optional<BigDecimal> shareOfPoorest(int tenths) {
    long cut = (long) sorted.length * tenths;
    int whole = (int) (cut / 10);
    BigInteger share = sum(0, whole).multiply(TENTHS);
    if (cut % 10 > 0) {
      share = share.add(BigInteger.valueOf(sorted[whole]).multiply(BigInteger.valueOf(cut % 10)));
    }
    return SixDecimals.ratio(share, sum.multiply(TENTHS));
  }

  private BigInteger sum(int from, int to) {
    BigInteger sum = BigInteger.ZERO;
    for (int at = from; at < to; at++) {
      sum = sum.add(BigInteger.valueOf(sorted[at]));
    }
    return sum;
  }
}
