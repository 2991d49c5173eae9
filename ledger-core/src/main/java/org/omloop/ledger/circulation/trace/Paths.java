package org.omloop.ledger.circulation.trace;

import java.util.Arrays;

/**
 * The rows that brought each lot where it is, as chains of links. Lots that were one share their links, so a chain
 * costs one link a row.
 *
 * <p>Not thread-safe.
 */
final class Paths {
  /** The link before the first. */
  static final int NONE = -1;

  // owned by the tracing; link n goes on from previous[n] by rows[n]
  private int[] previous = new int[64];
  private int[] rows = new int[64];
  private int size;

  /** Adds a link after another one. */
  int add(int before, int row) {
    if (size == rows.length) {
      int capacity = Math.addExact(size, size >> 1);
      previous = Arrays.copyOf(previous, capacity);
      rows = Arrays.copyOf(rows, capacity);
    }
    previous[size] = before;
    rows[size] = row;
    return size++;
  }

  /** Returns the rows from the first to that of a link; walked in a loop, as chains may be very long. */
  int[] rows(int link) {
    int length = 0;
    for (int at = link; at != NONE; at = previous[at]) {
      length++;
    }
    int[] chain = new int[length];
    for (int at = link; at != NONE; at = previous[at]) {
      chain[--length] = rows[at];
    }
    return chain;
  }
}
