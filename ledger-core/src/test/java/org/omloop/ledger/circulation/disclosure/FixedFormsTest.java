package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.CurveDisclosure.Step;

/** Cells, thresholds, rounding and curves: what has one form and no other. */
class FixedFormsTest {
  @Test
  void onlyCalendarPeriodsExist() {
    assertThrows(IllegalArgumentException.class, () -> Period.month(2026, 13));
    assertThrows(IllegalArgumentException.class, () -> Period.quarter(2026, 0));
    assertEquals("2026-Q1", Period.month(2026, 3).parent().orElseThrow().toString());
    assertEquals(
        "[2026-10, 2026-11, 2026-12]", Period.quarter(2026, 4).children().toString());
    assertEquals(4, Period.year(2026).children().size());
  }

  @Test
  void balancesDoNotAddUpOverMonths() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Cell(Period.quarter(2026, 1), Town.CITY, Town.WHOLE, Flow.HELD));
  }

  @Test
  void noLevelIsSkipped() {
    Area wijk = new Area(Area.Level.WIJK, "w");
    assertThrows(
        IllegalArgumentException.class,
        () -> new FixedCells(Map.of(wijk, Town.CITY), Town.CITY, Map.of(), Town.WHOLE));
  }

  @Test
  void thresholdsOnlyTighten() {
    Thresholds strict = new Thresholds(12, 40, 15, 10, 1_000, 5);
    assertEquals(strict, Thresholds.DEFAULT.tightenedTo(strict));
    assertThrows(IllegalArgumentException.class, () -> strict.tightenedTo(Thresholds.DEFAULT));
    assertThrows(IllegalArgumentException.class, () -> new Thresholds(9, 50, 10, 10, 1_000, 5));
    assertThrows(IllegalArgumentException.class, () -> new Thresholds(10, 51, 10, 10, 1_000, 5));
    assertThrows(IllegalArgumentException.class, () -> new Thresholds(10, 50, 9, 10, 1_000, 5));
    assertThrows(IllegalArgumentException.class, () -> new Thresholds(10, 50, 10, 9, 1_000, 5));
    assertThrows(IllegalArgumentException.class, () -> new Thresholds(10, 50, 10, 10, 999, 5));
    assertThrows(IllegalArgumentException.class, () -> new Thresholds(10, 50, 10, 10, 1_000, 4));
  }

  @Test
  void figuresAreRounded() {
    assertEquals(1_000, Rounding.amount(1_499, Thresholds.DEFAULT));
    assertEquals(2_000, Rounding.amount(1_500, Thresholds.DEFAULT));
    assertEquals(10, Rounding.count(12, Thresholds.DEFAULT));
    assertEquals(15, Rounding.count(13, Thresholds.DEFAULT));
    assertEquals(67, Rounding.share(new BigDecimal("0.665")));
    assertEquals(new BigDecimal("1.81"), Rounding.lm3(new BigDecimal("1.805")));
  }

  @Test
  void aCurveEndsWhereFewAreLeft() {
    List<Step> steps = List.of(
        new Step(3, 30, 0.9), new Step(8, 10, 0.5), new Step(9, 9, 0.4), new Step(9, 12, 0.3));
    assertEquals(steps.subList(0, 2), CurveDisclosure.shown(steps, 10, 30, Thresholds.DEFAULT));
    assertEquals(List.of(), CurveDisclosure.shown(steps, 9, 30, Thresholds.DEFAULT), "few entries");
    assertEquals(List.of(), CurveDisclosure.shown(steps, 10, 9, Thresholds.DEFAULT), "few units");
  }
}
