package org.omloop.ledger;

import java.util.OptionalLong;
import org.omloop.ledger.order.OrderId;

/**
 * Which entry decided which order, for every order there ever was: an open-addressing table of four longs per slot
 * (id, fingerprint of the bytes, index + 1), at most half full. 64 to 128 bytes an order, where a {@code HashMap}
 * takes 150 and the collector's time.
 *
 * <p>Confined to its ledger's thread.
 */
final class OrderIndex {
  private static final int WIDTH = 4;

  private long[] slots = new long[WIDTH * 1024];
  private int size;

  /** Returns the entry that decided the order, whatever its bytes. */
  OptionalLong find(OrderId id) {
    int at = slot(slots, high(id), low(id));
    return slots[at + 3] == 0 ? OptionalLong.empty() : OptionalLong.of(slots[at + 3] - 1);
  }

  /** Tells whether a known order had these bytes, by their fingerprint. */
  boolean matches(OrderId id, long fingerprint) {
    return slots[slot(slots, high(id), low(id)) + 2] == fingerprint;
  }

  /** Remembers a new order. */
  void put(OrderId id, long fingerprint, long index) {
    if (++size * 2 * WIDTH > slots.length) {
      grow();
    }
    set(slots, high(id), low(id), fingerprint, index + 1);
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    for (int at = 0; at < slots.length; at += WIDTH) {
      if (slots[at + 3] != 0) {
        set(larger, slots[at], slots[at + 1], slots[at + 2], slots[at + 3]);
      }
    }
    slots = larger;
  }

  private static void set(long[] table, long high, long low, long fingerprint, long index) {
    int at = slot(table, high, low);
    table[at] = high;
    table[at + 1] = low;
    table[at + 2] = fingerprint;
    table[at + 3] = index;
  }

  /** Returns where the id stands, or the free slot where it belongs. */
  private static int slot(long[] table, long high, long low) {
    int count = table.length / WIDTH;
    int slot = (int) (mix(high ^ Long.rotateLeft(low, 32)) & count - 1);
    while (table[slot * WIDTH + 3] != 0
        && (table[slot * WIDTH] != high || table[slot * WIDTH + 1] != low)) {
      slot = slot + 1 & count - 1;
    }
    return slot * WIDTH;
  }

  /** Spreads ids that signers chose: the finaliser of SplitMix64. */
  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  private static long high(OrderId id) {
    return id.value().getMostSignificantBits();
  }

  private static long low(OrderId id) {
    return id.value().getLeastSignificantBits();
  }
}
