package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.CurveDisclosure.Step;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

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
    Thresholds strict = new Thresholds(12, 40, 15, 10, 1_000, 5, 10, 10);
    assertEquals(strict, Thresholds.DEFAULT.tightenedTo(strict));
    assertThrows(IllegalArgumentException.class, () -> strict.tightenedTo(Thresholds.DEFAULT));
    assertRefused(9, 50, 10, 10, 1_000, 5, 10, 10);
    assertRefused(10, 51, 10, 10, 1_000, 5, 10, 10);
    assertRefused(10, 50, 9, 10, 1_000, 5, 10, 10);
    assertRefused(10, 50, 10, 9, 1_000, 5, 10, 10);
    assertRefused(10, 50, 10, 10, 999, 5, 10, 10);
    assertRefused(10, 50, 10, 10, 1_000, 4, 10, 10);
    assertRefused(10, 50, 10, 10, 1_000, 5, 9, 10);
    assertRefused(10, 50, 10, 10, 1_000, 5, 10, 9);
  }

  private static void assertRefused(int... each) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Thresholds(each[0], each[1], each[2], each[3], each[4], each[5], each[6], each[7]));
  }

  @Test
  void aCircuitsRulesAreItsThresholds() {
    Map<Setting, Optional<Object>> rules = Map.of(
        Setting.DISCLOSURE_UNITS, Optional.of(20L),
        Setting.DISCLOSURE_LARGEST_PERCENT, Optional.of(40L),
        Setting.DISCLOSURE_CURVE_UNITS, Optional.of(15L));
    assertEquals(Thresholds.DEFAULT, Thresholds.of(Policy.INITIAL));
    assertEquals(
        new Thresholds(20, 40, 10, 10, 1_000, 5, 10, 15),
        Thresholds.of(Policy.INITIAL.with(rules)));
    Map<Setting, Optional<Object>> loose = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (setting.wireName().startsWith("disclosure")) {
        loose.put(setting, Optional.of(setting.form() == Setting.Form.PERCENT ? 99L : 1L));
      }
    }
    loose.put(Setting.DISCLOSURE_PROTECTION_PERCENT, Optional.of(1L));
    loose.put(Setting.DISCLOSURE_ROOM_PERCENT, Optional.of(1L));
    assertEquals(Thresholds.DEFAULT, Thresholds.of(Policy.INITIAL.with(loose)), "of a founding");
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
