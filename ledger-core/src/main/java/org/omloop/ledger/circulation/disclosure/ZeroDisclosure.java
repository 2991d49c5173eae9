package org.omloop.ledger.circulation.disclosure;

/** When a true zero is shown as 0 (rule 7). */
final class ZeroDisclosure {
  private ZeroDisclosure() {}

  /** Tells whether enough units on each side could have paid, so that a zero tells nothing of one. */
  static boolean isShown(Cell cell, Population population, Thresholds thresholds) {
    return population.possiblePayers(cell) >= thresholds.units()
        && (!cell.flow().hasPayees() || population.possiblePayees(cell) >= thresholds.units());
  }

  /** Tells whether anybody at all could have paid. */
  static boolean isPossible(Cell cell, Population population) {
    return population.possiblePayers(cell) > 0
        && (!cell.flow().hasPayees() || population.possiblePayees(cell) > 0);
  }
}
