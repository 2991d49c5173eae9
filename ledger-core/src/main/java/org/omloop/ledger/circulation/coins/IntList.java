package org.omloop.ledger.circulation.coins;

import java.util.Arrays;

/**
 * Numbers in a row.
 *
 * <p>Not thread-safe.
 */
final class IntList {
  private static final int[] NONE = {};

  // owned by the fold
  private int[] values = NONE;
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(4, Math.addExact(size, size >> 1)));
    }
    values[size++] = value;
  }

  int get(int at) {
    return values[at];
  }

  void set(int at, int value) {
    values[at] = value;
  }

  int size() {
    return size;
  }

  /** Drops all but the first so many. */
  void keepFirst(int count) {
    size = count;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
