package org.omloop.ledger.circulation.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Numbers texts from 0 in the order in which they are added. Texts are UTF-8 bytes in one array, as a ledger may have
 * tens of millions of ids.
 *
 * <p>Not thread-safe while texts are added.
 */
public final class TextTable {
  // owned by whoever adds; ends[n] is where text n ends in the pool; slots hold number + 1, 0 for
  // empty
  private byte[] pool = new byte[1024];
  private int[] ends = new int[64];
  private int[] slots = new int[256];
  private int size;

  /** Returns the number of a text, or −1. */
  public int find(byte[] source, int from, int to) {
    return slots[slotOf(source, from, to)] - 1;
  }

  /** Returns the number of a text, or −1. */
  public int find(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return find(bytes, 0, bytes.length);
  }

  /**
   * Adds a text that is not there yet and returns its number; throws {@link IllegalStateException} above
   * 2<sup>31</sup> bytes in all.
   */
  public int add(byte[] source, int from, int to) {
    int slot = slotOf(source, from, to);
    if (slots[slot] != 0) {
      throw new IllegalStateException("text " + (slots[slot] - 1) + " is added twice");
    }
    append(source, from, to);
    slots[slot] = size;
    if (size * 2L > slots.length) {
      growSlots();
    }
    return size - 1;
  }

  /** Adds a text that is not there yet and returns its number. */
  public int add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return add(bytes, 0, bytes.length);
  }

  /** Returns a text by its number. */
  public String text(int number) {
    int start = start(number);
    return new String(pool, start, ends[number] - start, UTF_8);
  }

  /** Returns a text's UTF-8 bytes. */
  public byte[] bytes(int number) {
    return Arrays.copyOfRange(pool, start(number), ends[number]);
  }

  /** Orders two texts by their bytes, which for UTF-8 is by code point. */
  public int compare(int first, int second) {
    return Arrays.compareUnsigned(
        pool, start(first), ends[first], pool, start(second), ends[second]);
  }

  public int size() {
    return size;
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private void append(byte[] source, int from, int to) {
    int start = size == 0 ? 0 : ends[size - 1];
    long end = (long) start + to - from;
    if (end > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("the texts take more than 2 GB");
    }
    if (end > pool.length) {
      pool = Arrays.copyOf(
          pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, pool.length * 2L)));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(source, from, pool, start, to - from);
    ends[size++] = (int) end;
  }

  private void growSlots() {
    slots = new int[slots.length * 2];
    for (int number = 0; number < size; number++) {
      slots[slotOf(pool, start(number), ends[number])] = number + 1;
    }
  }

  private int slotOf(byte[] source, int from, int to) {
    int slot = hash(source, from, to) & slots.length - 1;
    while (slots[slot] != 0 && !isEqual(slots[slot] - 1, source, from, to)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean isEqual(int number, byte[] source, int from, int to) {
    return Arrays.equals(pool, start(number), ends[number], source, from, to);
  }

  private static int hash(byte[] source, int from, int to) {
    long hash = (long) to - from;
    for (int position = from; position < to; position++) {
      hash = (hash ^ source[position]) * 0x9E37_79B9_7F4A_7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ hash >>> 32);
  }
}
