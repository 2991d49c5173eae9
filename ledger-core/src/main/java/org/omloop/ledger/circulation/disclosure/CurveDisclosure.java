package org.omloop.ledger.circulation.disclosure;

import java.util.List;

/** Which part of a survival curve may be shown (rule 8). */
public final class CurveDisclosure {
  /**
   * A step of a curve.
   *
   * @param unitsAtRisk how many units hold money of the cohort just before this age
   * @param survival the share still inside after it, 0 … 1
   */
  public record Step(int ageDays, int unitsAtRisk, double survival) {}

  private CurveDisclosure() {}

  /**
   * Returns the steps that may be shown: none below the needed entry events and units, and none from the first step on
   * at which too few units are at risk.
   *
   * @param steps in order of age
   * @param entryEvents how often money came in that makes up the cohort
   * @param units how many units ever held money of the cohort
   */
  public static List<Step> shown(
      List<Step> steps, int entryEvents, int units, Thresholds thresholds) {
    if (entryEvents < thresholds.curveEntries() || units < thresholds.curveUnits()) {
      return List.of();
    }
    return steps.stream()
        .takeWhile(step -> step.unitsAtRisk() >= thresholds.curveUnits())
        .toList();
  }
}
