package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.number.SixDecimals;

/** The figures of spread against slow definitions. */
class InequalityTest {
  @Test
  void giniIsTheMeanDifferenceOverTwiceTheMean() {
    long first = Effort.seed(InequalityTest.class);
    for (long seed = first; seed < first + Effort.of(200, 5_000); seed++) {
      Random random = new Random(seed);
      long[] amounts = random
          .longs(1 + random.nextInt(40), 0, random.nextBoolean() ? 10 : 1L << 53)
          .toArray();
      assertEquals(slowGini(amounts), Inequality.of(amounts).gini(), "seed " + seed);
    }
  }

  /** Σ |x_i − x_j| ÷ (2 n Σ x). */
  private static Optional<BigDecimal> slowGini(long[] amounts) {
    BigInteger differences = BigInteger.ZERO;
    for (long one : amounts) {
      for (long other : amounts) {
        differences = differences.add(BigInteger.valueOf(Math.abs(one - other)));
      }
    }
    BigInteger sum = Arrays.stream(amounts)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
    return SixDecimals.ratio(differences, sum.multiply(BigInteger.valueOf(2L * amounts.length)));
  }

  @Test
  void nobodyHasAnything() {
    for (long[] nothing : new long[][] {{}, {0, 0}}) {
      Inequality spread = Inequality.of(nothing);
      assertEquals(Optional.empty(), spread.gini());
      assertEquals(Optional.empty(), spread.concentration());
      assertEquals(Optional.empty(), spread.shareOfTop(10));
      assertEquals(Optional.empty(), spread.shareOfPoorest(5));
    }
  }

  @Test
  void oneHasAllOrAllHaveTheSame() {
    Inequality one = Inequality.of(new long[] {0, 7, 0, 0});
    assertEquals(figure("0.75"), one.gini());
    assertEquals(figure("1"), one.concentration());
    assertEquals(figure("0"), one.shareOfPoorest(7));
    Inequality same = Inequality.of(new long[] {3, 3, 3, 3});
    assertEquals(figure("0"), same.gini());
    assertEquals(figure("0.25"), same.concentration());
    assertEquals(figure("0.3"), same.shareOfPoorest(3));
    assertEquals(figure("0.75"), same.shareOfTop(3));
  }

  @Test
  void theGivenAmountsStayAsTheyAre() {
    long[] amounts = {3, 1, 2};
    Inequality.of(amounts);
    assertEquals("[3, 1, 2]", Arrays.toString(amounts));
  }

  @Test
  void debtsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Inequality.of(new long[] {5, -1}));
  }

  private static Optional<BigDecimal> figure(String text) {
    return Optional.of(new BigDecimal(text));
  }
}
