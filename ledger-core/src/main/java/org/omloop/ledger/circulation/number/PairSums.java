package org.omloop.ledger.circulation.number;

import java.util.Arrays;

/**
 * Sums of amounts by pair of numbers, in the order in which pairs were first seen; without an object per pair, as
 * there may be millions.
 *
 * <p>Not thread-safe.
 */
public final class PairSums {
  /** What is done with one pair and its sum. */
  @FunctionalInterface
  public interface Visitor {
    void visit(int first, int second, long sum);
  }

  // owned by the fold that adds; slots is a hash table of positions, 0 for empty and else position
  // + 1
  private long[] pairs = new long[16];
  private long[] sums = new long[16];
  private int[] slots = new int[64];
  private int size;

  /** Adds to a pair's sum; a pair seen for the first time starts at zero. */
  public void add(int first, int second, long amount) {
    long pair = (long) first << 32 | second & 0xFFFF_FFFFL;
    int slot = slotOf(pair);
    if (slots[slot] == 0) {
      slots[slot] = append(pair) + 1;
      sums[size - 1] = amount;
      growSlots();
    } else {
      sums[slots[slot] - 1] += amount;
    }
  }

  /** Visits all pairs. */
  public void forEach(Visitor visitor) {
    for (int position = 0; position < size; position++) {
      long pair = pairs[position];
      visitor.visit((int) (pair >> 32), (int) pair, sums[position]);
    }
  }

  /** Forgets all pairs. */
  public void clear() {
    // A table much larger than what was in it is not cleared but left, as the next may be small
    // again.
    if (slots.length > size * 16L + 1024) {
      slots = new int[64];
    } else {
      Arrays.fill(slots, 0);
    }
    size = 0;
  }

  /** Returns the number of pairs. */
  public int size() {
    return size;
  }

  private int append(long pair) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
      sums = Arrays.copyOf(sums, size * 2);
    }
    pairs[size] = pair;
    return size++;
  }

  private void growSlots() {
    if (size * 2L <= slots.length) {
      return;
    }
    slots = new int[slots.length * 2];
    for (int position = 0; position < size; position++) {
      slots[slotOf(pairs[position])] = position + 1;
    }
  }

  private int slotOf(long pair) {
    // Multiplying by the golden ratio spreads neighbouring numbers over the upper bits.
    long mixed = pair * 0x9E37_79B9_7F4A_7C15L;
    int slot = (int) ((mixed ^ mixed >>> 32) & slots.length - 1);
    while (slots[slot] != 0 && pairs[slots[slot] - 1] != pair) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
