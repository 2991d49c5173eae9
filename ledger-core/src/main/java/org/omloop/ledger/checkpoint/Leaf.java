package org.omloop.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one journal entry, as the tree hashes them. Immutable and thread-safe. */
public final class Leaf {
  /** The most bytes of a leaf: an entry bundle has two bytes for the length. */
  public static final int MOST_BYTES = 65_535;

  private final byte[] bytes;

  private Leaf(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The leaf of these bytes, at most {@link #MOST_BYTES} of them, else {@link IllegalArgumentException}. */
  public static Leaf of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("A leaf has at most " + MOST_BYTES + " bytes");
    }
    return new Leaf(bytes.clone());
  }

  /** The bytes, a copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The number of bytes. */
  public int length() {
    return bytes.length;
  }

  void writeTo(ByteBuffer buffer) {
    buffer.put(bytes);
  }

  public Hash hash() {
    return Hash.leaf(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Leaf leaf && Arrays.equals(bytes, leaf.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Says the length only: what an entry holds is not for logs. */
  @Override
  public String toString() {
    return "Leaf[" + bytes.length + " bytes]";
  }
}
