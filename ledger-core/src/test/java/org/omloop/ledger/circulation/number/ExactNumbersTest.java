package org.omloop.ledger.circulation.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums of 128 bits, rounding, and sums by pair. */
class ExactNumbersTest {
  @Test
  void wideSumsAgreeWithUnlimitedNumbers() {
    Random random = new Random(128);
    WideSum sum = new WideSum();
    WideSum other = new WideSum();
    BigInteger expected = BigInteger.ZERO;
    for (int round = 0; round < 10_000; round++) {
      long first = random.nextLong() >> random.nextInt(60);
      long second = random.nextLong() >> 8 + random.nextInt(50);
      sum.addProduct(first, second);
      other.add(first);
      expected = expected
          .add(BigInteger.valueOf(first).multiply(BigInteger.valueOf(second)))
          .add(BigInteger.valueOf(first));
    }
    sum.add(other);
    assertEquals(expected, sum.value());
  }

  @Test
  void ratiosHaveSixDecimalsHalfToEven() {
    assertEquals(Optional.of(new BigDecimal("0.333333")), SixDecimals.ratio(1, 3));
    assertEquals(Optional.of(new BigDecimal("0.000002")), SixDecimals.ratio(5, 2_000_000));
    assertEquals(Optional.of(new BigDecimal("0.000002")), SixDecimals.ratio(3, 2_000_000));
    assertEquals("1000000", SixDecimals.ratio(3_000_000, 3).orElseThrow().toString());
    assertEquals("0", SixDecimals.ratio(0, 7).orElseThrow().toString());
    assertEquals("2.1", SixDecimals.of(2.1).toString());
    assertEquals("0", SixDecimals.of(1e-9).toString());
  }

  @Test
  void nothingIsDividedByZero() {
    assertEquals(Optional.empty(), SixDecimals.ratio(0, 0));
    assertEquals(Optional.empty(), SixDecimals.ratio(1, 0));
  }

  @Test
  void pairSumsAgreeWithAMap() {
    Random random = new Random(2);
    PairSums sums = new PairSums();
    Map<Long, Long> expected = new HashMap<>();
    for (int round = 0; round < 50_000; round++) {
      int first = random.nextInt(200) - 1;
      int second = random.nextInt(200) - 1;
      sums.add(first, second, round);
      expected.merge(first * 1000L + second, (long) round, Long::sum);
    }
    Map<Long, Long> found = new HashMap<>();
    sums.forEach((first, second, sum) -> found.put(first * 1000L + second, sum));
    assertEquals(expected, found);
    assertEquals(expected.size(), sums.size());
  }
}
