package org.omloop.ledger.circulation.disclosure;

import java.util.Set;

/** Which figures of the whole circuit are shown exactly (rule 2). */
public final class WholeCircuit {
  private static final Set<String> ALWAYS = Set.of("C1", "C2");
  private static final Set<String> WITH_ENOUGH_UNITS =
      Set.of("C3", "C4", "C5", "C6", "C7", "C8", "C9", "C14", "C15", "C30");

  private WholeCircuit() {}

  /**
   * Tells whether an indicator over the whole circuit is exact without further ado; otherwise its amounts have to pass
   * rule 3 as any other cell.
   *
   * @param indicator an id of the catalogue, such as {@code C7}
   */
  public static boolean isExact(
      String indicator, Period period, Population population, Thresholds thresholds) {
    return isExact(
        indicator,
        population.activeResidents(period),
        population.activeOrganisations(period),
        thresholds);
  }

  /** Tells the same where so many residents and organisations had a row in the period. */
  public static boolean isExact(
      String indicator, int residents, int organisations, Thresholds thresholds) {
    return ALWAYS.contains(indicator)
        || WITH_ENOUGH_UNITS.contains(indicator)
            && residents >= thresholds.units()
            && organisations >= thresholds.units();
  }

  static boolean isExact(Cell cell, Population population, Thresholds thresholds) {
    return isExact(indicatorOf(cell.flow()), cell.period(), population, thresholds);
  }

  private static String indicatorOf(Flow flow) {
    return switch (flow) {
      case HELD -> "C1";
      case EXITED -> "C14";
      default -> "C3";
    };
  }
}
