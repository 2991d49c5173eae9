package org.omloop.ledger.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The leaves below one tile of level 0, kept and published as one file (C2SP tlog-tiles).
 *
 * @param index counts from 0; the first leaf is the one at index·256
 * @param width the number of leaves: 256 when full, less at the end of the journal
 */
public record EntryBundle(long index, int width) {
  private static final String FOLDER = "tile/entries/";
  private static final int LENGTH_BYTES = 2;

  public EntryBundle {
    if (index < 0 || width < 1 || width > Tile.FULL_WIDTH) {
      throw new IllegalArgumentException("No such bundle: index " + index + ", width " + width);
    }
  }

  /** All bundles of a journal of this size. */
  public static List<EntryBundle> all(long size) {
    List<EntryBundle> bundles = new ArrayList<>();
    for (long first = 0; first < size; first += Tile.FULL_WIDTH) {
      int width = (int) Math.min(Tile.FULL_WIDTH, size - first);
      bundles.add(new EntryBundle(first / Tile.FULL_WIDTH, width));
    }
    return bundles;
  }

  /** Reads a path of {@link #path}; throws {@link IllegalArgumentException} for any other text. */
  public static EntryBundle parse(String path) {
    if (!path.startsWith(FOLDER)) {
      throw new IllegalArgumentException("Not the path of an entry bundle");
    }
    TileName name = TileName.parse(path.substring(FOLDER.length()));
    return new EntryBundle(name.index(), name.width());
  }

  /** Where the bundle is kept and published. */
  public String path() {
    return FOLDER + new TileName(index, width).text();
  }

  /** The index in the journal of the bundle's first leaf. */
  public long firstLeaf() {
    return index * Tile.FULL_WIDTH;
  }

  /** The bundle's file: each leaf after its length, two bytes, high one first. */
  public byte[] encode(List<Leaf> leaves) {
    requireWidth(leaves.size());
    int bytes = leaves.stream().mapToInt(leaf -> LENGTH_BYTES + leaf.length()).sum();
    ByteBuffer data = ByteBuffer.allocate(bytes);
    for (Leaf leaf : leaves) {
      data.putShort((short) leaf.length());
      leaf.writeTo(data);
    }
    return data.array();
  }

  /** The leaves of a bundle's file; throws {@link IllegalArgumentException} unless it holds just these. */
  public List<Leaf> decode(byte[] data) {
    ByteBuffer rest = ByteBuffer.wrap(data);
    List<Leaf> leaves = new ArrayList<>(width);
    try {
      while (rest.hasRemaining()) {
        byte[] leaf = new byte[Short.toUnsignedInt(rest.getShort())];
        rest.get(leaf);
        leaves.add(Leaf.of(leaf));
      }
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("The bundle ends in the middle of a leaf", cut);
    }
    requireWidth(leaves.size());
    return leaves;
  }

  private void requireWidth(int leaves) {
    if (leaves != width) {
      throw new IllegalArgumentException(path() + " has " + leaves + " leaves instead of " + width);
    }
  }
}
