package org.omloop.ledger.circulation.flow;

import java.util.Arrays;

/**
 * Units by distance, taken out from the nearest on. Distances are small whole numbers, so a list for each of them is
 * faster than a heap (Dial 1969).
 *
 * <p>Not thread-safe.
 */
final class Buckets {
  private static final int NONE = -1;

  // owned by the search: by distance the last entry added, by entry its unit and the entry added
  // before it
  private int[] last = new int[16];
  private int[] entryUnits;
  private int[] before;
  private int size;
  private int distance;
  private final boolean[] settled;

  Buckets(int units) {
    Arrays.fill(last, NONE);
    entryUnits = new int[units + 1];
    before = new int[units + 1];
    settled = new boolean[units];
  }

  /** Adds a unit at a distance, which is not below that of the unit last taken out. */
  void add(int unit, int at) {
    if (at >= last.length) {
      int length = last.length;
      last = Arrays.copyOf(last, Math.max(at + 1, length * 2));
      Arrays.fill(last, length, last.length, NONE);
    }
    if (size == entryUnits.length) {
      entryUnits = Arrays.copyOf(entryUnits, size * 2);
      before = Arrays.copyOf(before, size * 2);
    }
    entryUnits[size] = unit;
    before[size] = last[at];
    last[at] = size++;
  }

  /** Takes out a nearest unit; −1 when there is none. A unit added twice comes twice. */
  int next() {
    while (distance < last.length) {
      int entry = last[distance];
      if (entry != NONE) {
        last[distance] = before[entry];
        return entryUnits[entry];
      }
      distance++;
    }
    return NONE;
  }

  /** Returns the distance at which the unit last taken out stood. */
  int distance() {
    return distance;
  }

  /** Notes that a unit's distance is final. */
  void settle(int unit) {
    settled[unit] = true;
  }

  boolean isSettled(int unit) {
    return settled[unit];
  }
}
