package org.omloop.ledger.circulation.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shares of whole numbers against the same with unlimited numbers. */
class ProportionTest {
  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  private static long expected(long amount, long part, long offset, long whole) {
    return big(amount).multiply(big(part)).add(big(offset)).divide(big(whole)).longValueExact();
  }

  @Test
  void agreesWithUnlimitedNumbers() {
    Random random = new Random(20260301);
    for (int round = 0; round < 200_000; round++) {
      long whole = 1 + (random.nextLong() >>> 1 + random.nextInt(62));
      long part = random.nextInt(4) == 0 ? whole : Math.floorMod(random.nextLong(), whole);
      long amount = random.nextLong() >>> 1 + random.nextInt(62);
      long offset = random.nextInt(4) == 0 ? whole - 1 : Math.floorMod(random.nextLong(), whole);
      assertEquals(
          expected(amount, part, offset, whole),
          Proportion.floor(amount, part, offset, whole),
          () -> amount + "·" + part + " + " + offset + " over " + whole);
    }
  }

  @Test
  void sumsOfEitherSignAgreeWithUnlimitedNumbers() {
    Random random = new Random(20260302);
    for (int round = 0; round < 200_000; round++) {
      long whole = 1 + (random.nextLong() >>> 1 + random.nextInt(62));
      long weight = Math.floorMod(random.nextLong(), whole);
      long number = random.nextLong() >> 2 + random.nextInt(61);
      long addend = Math.floorMod(random.nextLong(), whole);
      BigInteger[] expected =
          big(number).multiply(big(weight)).add(big(addend)).divideAndRemainder(big(whole));
      assertEquals(
          expected[0].longValueExact() - (expected[1].signum() < 0 ? 1 : 0),
          Proportion.floorSum(number, weight, addend, whole),
          () -> number + "·" + weight + " + " + addend + " over " + whole);
    }
  }

  @Test
  void divisionByAReciprocalIsExact() {
    Random random = new Random(52);
    for (int round = 0; round < 500_000; round++) {
      long divisor = 1 + (random.nextLong() >>> 12 + random.nextInt(52));
      long dividend = random.nextLong() >> 11 + random.nextInt(52);
      if (random.nextInt(3) == 0) {
        // Just at, above and below a multiple.
        dividend = dividend / divisor * divisor + random.nextInt(3) - 1;
      }
      if (Math.abs(dividend) < Division.LIMIT) {
        assertEquals(
            Math.floorDiv(dividend, divisor),
            Division.floor(dividend, divisor, 1.0 / divisor),
            dividend + " by " + divisor);
      }
    }
  }

  @Test
  void largeDividendsAreExactWhereTheirQuotientIsModerate() {
    Random random = new Random(54);
    for (int round = 0; round < 500_000; round++) {
      long divisor = 1 + (random.nextLong() >>> 12 + random.nextInt(52));
      long most = Math.min(1L << 40, (1L << 62) / divisor);
      long quotient = Math.floorMod(random.nextLong(), most);
      // At a multiple, just above and below it, or anywhere.
      long rest = random.nextBoolean() ? random.nextInt(3) - 1 : random.nextLong() % divisor;
      long dividend = Math.max(0, quotient * divisor + rest);
      assertEquals(
          dividend / divisor,
          Division.floor(dividend, divisor, 1.0 / divisor),
          () -> dividend + " by " + divisor);
    }
  }

  /** Means years apart, and amounts as they are. */
  @Test
  void shiftsOfModerateSizeAreExact() {
    Random random = new Random(55);
    for (int round = 0; round < 500_000; round++) {
      long whole = 1 + (random.nextLong() >>> 12 + random.nextInt(50));
      long added = Math.floorMod(random.nextLong(), Math.min(whole, 1L << 22));
      long apart = random.nextLong() >> 23 + random.nextInt(40);
      long rests = Math.floorMod(random.nextLong(), whole);
      assertEquals(
          Proportion.floorSum(apart, added, rests, whole),
          Division.shift(apart, added, rests, whole, 1.0 / whole));
    }
  }

  @Test
  void sharesAndShiftsAreExactWhateverTheirSize() {
    Random random = new Random(53);
    for (int round = 0; round < 200_000; round++) {
      long whole = 1 + (random.nextLong() >>> 2 + random.nextInt(61));
      long part = Math.floorMod(random.nextLong(), whole);
      long sum = random.nextLong() >> 2 + random.nextInt(61);
      BigInteger product = big(sum).multiply(big(part));
      assertEquals(
          product.divide(big(whole)).longValueExact(),
          Division.share(sum, part, whole, 1.0 / whole));
      long rests = Math.floorMod(random.nextLong(), whole);
      assertEquals(
          Proportion.floorSum(sum, part, rests, whole),
          Division.shift(sum, part, rests, whole, 1.0 / whole));
    }
  }

  @Test
  void theLargestNumbersFit() {
    long most = Long.MAX_VALUE;
    assertEquals(most, Proportion.floor(most, most, most - 1, most));
    assertEquals(most - 1, Proportion.floor(most, most - 1, 0, most));
    assertEquals(0, Proportion.floor(0, most, most - 1, most));
    assertEquals(most, Proportion.floor(most, 1, 0, 1));
  }

  @Test
  void longDivisionAgreesWhereADigitIsEstimatedTooLarge() {
    // Divisors with few bits after the first digit, and dividends just below a multiple.
    Random random = new Random(7);
    for (int round = 0; round < 100_000; round++) {
      long divisor = (1L << 62) | (random.nextInt(3) == 0 ? 0xFFFF_FFFFL : random.nextInt(3));
      long quotient = random.nextLong() >>> 1;
      BigInteger dividend = big(quotient).multiply(big(divisor)).add(big(divisor - 1));
      long high = dividend.shiftRight(64).longValue();
      assertEquals(quotient, Proportion.divide(high, dividend.longValue(), divisor));
    }
  }
}
