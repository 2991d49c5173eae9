package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 3 at its borders, on one side while the other is spread evenly. */
class SidesTest {
  private static final Cell LEAF =
      new Cell(Period.month(2026, 3), Town.buurt(0), Town.division(0), Flow.PURCHASE);

  private static boolean passes(long[] amounts, boolean byPayee) {
    Sides sides = new Sides();
    for (int unit = 0; unit < amounts.length; unit++) {
      // A hundred counterparts take an equal part each, so that only the named side decides.
      for (int other = 0; other < 100; other++) {
        String payer = byPayee ? "other" + other : "unit" + unit;
        String payee = byPayee ? "unit" + unit : "other" + other;
        sides.add(new Contribution(LEAF, payer, payee, amounts[unit], 1, Contribution.FOREVER));
      }
    }
    return sides.pass(Thresholds.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "ten even units, true, 10 10 10 10 10 10 10 10 10 10",
    "nine even units, false, 10 10 10 10 10 10 10 10 10",
    "the largest has half, true, 900 100 100 100 100 100 100 100 100 100",
    "the largest has more, false, 901 100 100 100 100 100 100 100 100 100",
    "the rest is a tenth of the largest, true, 800 720 10 10 10 10 10 10 10 10",
    "the rest is less, false, 800 721 10 10 10 10 10 10 10 9",
  })
  void decidesOnEachSide(String what, boolean isShown, String amounts) {
    long[] parsed = Arrays.stream(amounts.split(" ")).mapToLong(Long::parseLong).toArray();
    assertEquals(isShown, passes(parsed, false), what + ", payers");
    assertEquals(isShown, passes(parsed, true), what + ", payees");
    assertEquals(isShown, passes(reversed(parsed), true), what + ", in another order");
  }

  private static long[] reversed(long[] amounts) {
    return LongStream.rangeClosed(1, amounts.length)
        .map(back -> amounts[amounts.length - (int) back])
        .toArray();
  }
}
