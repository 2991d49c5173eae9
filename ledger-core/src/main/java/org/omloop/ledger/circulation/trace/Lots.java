package org.omloop.ledger.circulation.trace;

/**
 * Lots of money, where they lie or on their way, to be read one by one. What is read is good until the next row is
 * folded.
 *
 * <p>Not thread-safe.
 */
public interface Lots {
  int count();

  /** Returns a lot's amount in minor units, at least 1. */
  long amount(int lot);

  /**
   * Returns the row by which a lot came into the circuit; where lots of one cohort are merged, the first row by which
   * money of that cohort did.
   */
  int entryRow(int lot);

  /**
   * Returns how long a lot had been in the circuit at a moment, in milliseconds; where lots are merged, in whole days.
   *
   * @param time milliseconds, not before it came in
   */
  long age(int lot, long time);

  /** Returns when a lot came to the unit that holds it, or held it until this row, in milliseconds. */
  long arrivedAt(int lot);

  /** Returns how often a lot was passed on; −1 where more was taken back. */
  int hops(int lot);
}
