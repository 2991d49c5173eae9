package org.omloop.ledger.circulation.disclosure;

/**
 * A figure that a public table may show: the sum of some rows.
 *
 * @param asked whose amounts are protected
 * @param isSpare of larger parts of the circuit than the table's own lines: hidden before any of those
 * @param isExact known to everybody whatever else is shown, as the whole circuit's sums are (rule 2)
 * @param possiblePayers how many units could have paid, whether they did or not
 * @param possiblePayees how many units could have been paid
 */
public record PublicSum(
    Place place,
    Asked asked,
    boolean isSpare,
    boolean isExact,
    int possiblePayers,
    int possiblePayees) {
  /** Which sides of the rows under a figure are units that rule 3 protects. */
  public enum Asked {
    /** Units inside the circuit pay and are paid. */
    BOTH,
    /** What is paid to the fund, or leaves the circuit. */
    PAYERS,
    /** What the fund pays, or comes into the circuit. */
    PAYEES;

    boolean asksPayers() {
      return this != PAYEES;
    }

    boolean asksPayees() {
      return this != PAYERS;
    }
  }

  /** Makes a figure that is not spare. */
  public PublicSum(
      Place place, Asked asked, boolean isExact, int possiblePayers, int possiblePayees) {
    this(place, asked, false, isExact, possiblePayers, possiblePayees);
  }

  /** Returns the same figure, to be hidden first. */
  PublicSum spare() {
    return new PublicSum(place, asked, true, isExact, possiblePayers, possiblePayees);
  }

  /** Tells whether anybody at all could have paid and been paid. */
  boolean isPossible() {
    return (!asked.asksPayers() || possiblePayers > 0)
        && (!asked.asksPayees() || possiblePayees > 0);
  }

  /** Tells whether a zero may be shown: so many could have paid that it tells nothing of one (rule 7). */
  boolean showsZero(Thresholds thresholds) {
    return (!asked.asksPayers() || possiblePayers >= thresholds.units())
        && (!asked.asksPayees() || possiblePayees >= thresholds.units());
  }
}
