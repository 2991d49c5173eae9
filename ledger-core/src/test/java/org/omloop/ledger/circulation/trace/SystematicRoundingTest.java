package org.omloop.ledger.circulation.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a share of every lot is taken in whole units (circulation.md, section 4). */
class SystematicRoundingTest {
  private static LotList lots(long... amounts) {
    LotList lots = new LotList();
    for (int lot = 0; lot < amounts.length; lot++) {
      lots.append(amounts[lot], lot, 0, lot, -1);
    }
    return lots;
  }

  private static long[] amounts(LotList lots, int count) {
    long[] amounts = new long[count];
    for (int lot = lots.start(); lot < lots.end(); lot++) {
      amounts[lots.cohort(lot)] += lots.amount(lot);
    }
    return amounts;
  }

  @Test
  void theOffsetIsTheHashOfTheIdScaledToTheWhole() {
    // SHA-256 of "t1" begins with 628b49d96dcde97a.
    BigInteger hash = new BigInteger("628b49d96dcde97a", 16);
    for (long whole : new long[] {1, 2, 3, 1000, Long.MAX_VALUE}) {
      assertEquals(
          hash.multiply(BigInteger.valueOf(whole)).shiftRight(64).longValueExact(),
          Offset.hashed().of("t1".getBytes(UTF_8), whole));
    }
  }

  @Test
  void anOffsetIsBelowTheWholeAlsoWhereTheHashBeginsWithAOne() {
    Offset offset = Offset.hashed();
    boolean[] seen = new boolean[8];
    for (int id = 0; id < 200; id++) {
      seen[(int) offset.of(("row " + id).getBytes(UTF_8), seen.length)] = true;
    }
    for (boolean each : seen) {
      assertTrue(each);
    }
  }

  @Test
  void eachPartIsItsShareRoundedUpOrDown() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      long[] whole = new long[1 + random.nextInt(6)];
      long sum = 0;
      for (int lot = 0; lot < whole.length; lot++) {
        whole[lot] = 1 + (random.nextLong() >>> 5 + random.nextInt(58));
        sum += whole[lot];
      }
      long amount = 1 + Math.floorMod(random.nextLong(), sum);
      LotList parts = new LotList();
      LotList lots = lots(whole);
      lots.takeShare(amount, sum, Math.floorMod(random.nextLong(), sum), LotList.ANY, parts);
      assertEquals(amount, parts.total());
      assertEquals(sum - amount, lots.total());
      long[] taken = amounts(parts, whole.length);
      long[] kept = amounts(lots, whole.length);
      for (int lot = 0; lot < whole.length; lot++) {
        long floor = BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(whole[lot]))
            .divide(BigInteger.valueOf(sum))
            .longValueExact();
        assertTrue(taken[lot] == floor || taken[lot] == floor + 1);
        assertEquals(whole[lot], taken[lot] + kept[lot]);
      }
    }
  }

  /** Largest remainders would leave 10 and 10, no offset 20 and 0; the exact shares are 18 and 2. */
  @Test
  void smallLotsDieAtTheRightRate() {
    Random random = new Random(90);
    int runs = 2000;
    long small = 0;
    for (int run = 0; run < runs; run++) {
      LotList lots = lots(90, 10);
      for (int payment = 0; payment < 80; payment++) {
        long whole = lots.total();
        lots.takeShare(1, whole, random.nextInt((int) whole), LotList.ANY, new LotList());
      }
      small += amounts(lots, 2)[1];
    }
    assertEquals(2.0, (double) small / runs, 0.1);
  }

  @Test
  void neighboursThatAreEqualAreOneLot() {
    LotList lots = new LotList();
    lots.append(5, 1, 2, 3, -1);
    lots.append(6, 1, 2, 3, -1);
    lots.append(7, 1, 2, 4, -1);
    assertEquals(2, lots.end() - lots.start());
    assertEquals(11, lots.amount(lots.start()));
    assertEquals(18, lots.total());
  }

  @Test
  void mergingChangesNoLaterSplit() {
    Random random = new Random(4);
    for (int round = 0; round < 2000; round++) {
      int pieces = 1 + random.nextInt(5);
      long[] split = new long[pieces + 1];
      long sum = 0;
      for (int lot = 0; lot < pieces; lot++) {
        split[lot] = 1 + random.nextInt(50);
        sum += split[lot];
      }
      split[pieces] = 1 + random.nextInt(100);
      long whole = sum + split[pieces];
      long amount = 1 + random.nextInt((int) whole);
      long offset = random.nextInt((int) whole);
      LotList fine = new LotList();
      LotList coarse = new LotList();
      lots(split).takeShare(amount, whole, offset, LotList.ANY, fine);
      lots(sum, split[pieces]).takeShare(amount, whole, offset, LotList.ANY, coarse);
      assertEquals(amounts(fine, pieces + 1)[pieces], amounts(coarse, 2)[1]);
    }
  }
}
