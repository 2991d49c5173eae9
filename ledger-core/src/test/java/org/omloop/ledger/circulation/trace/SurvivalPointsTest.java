package org.omloop.ledger.circulation.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.trace.SurvivalCurve.Point;

/** A curve can be read at any age, and says where it stops. */
class SurvivalPointsTest {
  /** Of 100, 20 leave for bread at age 10, 30 are censored at 20, 25 of the 50 left leave for rent at 30, 25 at 40. */
  private static SurvivalCurve<String> curve() {
    SurvivalCurve<String> curve = new SurvivalCurve<>(List.of("rent", "bread"));
    curve.exit(10, "bread", 20);
    curve.open(20, 30);
    curve.exit(30, "rent", 25);
    curve.open(40, 25);
    return curve;
  }

  @Test
  void isReadBetweenBeforeAndAtItsSteps() {
    assertEquals(
        List.of(
            new Point<>(0, 100, OptionalDouble.of(1), Map.of()),
            new Point<>(10, 100, OptionalDouble.of(0.8), Map.of("bread", 0.2)),
            new Point<>(20, 80, OptionalDouble.of(0.8), Map.of("bread", 0.2)),
            new Point<>(25, 50, OptionalDouble.of(0.8), Map.of("bread", 0.2)),
            new Point<>(30, 50, OptionalDouble.of(0.4), Map.of("bread", 0.2, "rent", 0.4))),
        curve().at(List.of(0L, 10L, 20L, 25L, 30L)));
  }

  @Test
  void stopsWhereNothingIsAtRisk() {
    assertEquals(
        List.of(
            new Point<>(40, 25, OptionalDouble.of(0.4), Map.of("bread", 0.2, "rent", 0.4)),
            new Point<>(41, 0, OptionalDouble.empty(), Map.of())),
        curve().at(List.of(40L, 41L)));
    assertEquals(
        List.of(new Point<>(0, 0, OptionalDouble.empty(), Map.of())),
        new SurvivalCurve<>(List.of("rent")).at(List.of(0L)));
  }

  @Test
  void aCopyGoesItsOwnWay() {
    SurvivalCurve<String> copy = curve().copy();
    copy.exit(10, "rent", 100);
    assertEquals(100, curve().at(List.of(0L)).get(0).atRisk());
    assertEquals(200, copy.at(List.of(0L)).get(0).atRisk());
  }
}
