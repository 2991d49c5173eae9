package org.omloop.ledger.circulation.disclosure;

import java.util.BitSet;

/**
 * A cell as one edition has it, while it is being decided whether it is shown.
 *
 * <p>Not thread-safe.
 */
final class Figure {
  private final Cell cell;
  private final int edition;
  private final BitSet groups;
  private final long amount;
  private final boolean isExact;
  private final boolean isFrozen;
  // owned by the release that decides
  private boolean isShown;

  /**
   * Makes a figure.
   *
   * @param groups what it is the sum of
   * @param amount that sum, minor units
   * @param isExact shown without rounding, whatever else is shown (rule 2)
   * @param isFrozen published in an earlier edition, or hidden in it (rule 9)
   */
  Figure(
      Cell cell,
      int edition,
      BitSet groups,
      long amount,
      boolean isExact,
      boolean isFrozen,
      boolean isShown) {
    this.cell = cell;
    this.edition = edition;
    this.groups = groups;
    this.amount = amount;
    this.isExact = isExact;
    this.isFrozen = isFrozen;
    this.isShown = isShown;
  }

  Cell cell() {
    return cell;
  }

  int edition() {
    return edition;
  }

  /** Returns its groups; not to be changed. */
  BitSet groups() {
    return groups;
  }

  long amount() {
    return amount;
  }

  boolean isExact() {
    return isExact;
  }

  boolean isShown() {
    return isShown;
  }

  /** Tells whether it is shown and that can still be undone to some effect. */
  boolean canBeHidden() {
    return isShown && !isExact && !isFrozen && amount > 0;
  }

  void hide() {
    isShown = false;
  }
}
