package org.omloop.ledger.circulation.period;

import java.util.BitSet;

/**
 * An amount and the units behind it.
 *
 * <p>Not thread-safe.
 */
final class Tally {
  // owned by the table that counts
  private long amount;
  private final BitSet units = new BitSet();

  void add(int unit, long more) {
    amount += more;
    units.set(unit);
  }

  /** Returns the amount in minor units. */
  long amount() {
    return amount;
  }

  /** Returns how many units there are. */
  int units() {
    return units.cardinality();
  }
}
