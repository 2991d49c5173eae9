package org.omloop.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of up to 256 hashes next to each other on every eighth level of the tree, kept and published as one file
 * (C2SP tlog-tiles). A full tile never changes; a partial one is replaced by wider ones.
 *
 * @param level 0 for leaf hashes, 1 for hashes over 256 leaves, and so on; at most 63
 * @param index counts from 0 within the level
 * @param width the number of hashes: 256 when full, less at the right edge of the tree
 */
public record Tile(int level, long index, int width) {
  /** The levels of the tree that a tile spans. */
  public static final int HEIGHT = 8;

  /** The hashes of a full tile. */
  public static final int FULL_WIDTH = 1 << HEIGHT;

  private static final String FOLDER = "tile/";

  public Tile {
    if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL_WIDTH) {
      throw new IllegalArgumentException(
          "No such tile: level " + level + ", index " + index + ", width " + width);
    }
  }

  /** The widest tile that holds a hash, or that it is computed from, in a tree of this size. */
  public static Tile holding(HashPosition position, long size) {
    int level = position.level() / HEIGHT;
    long index = position.index() >>> (HEIGHT - position.level() % HEIGHT);
    return new Tile(level, index, widthAt(level, index, size));
  }

  /** All tiles of a tree of this size, from the leaves upwards. */
  public static List<Tile> all(long size) {
    return grown(0, size);
  }

  /** The tiles that are new or wider after growth from one size to another, from the leaves upwards. */
  public static List<Tile> grown(long firstSize, long secondSize) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = 0; hashesAt(level, secondSize) > 0; level++) {
      long first = hashesAt(level, firstSize);
      long second = hashesAt(level, secondSize);
      for (long index = first / FULL_WIDTH;
          first < second && index * FULL_WIDTH < second;
          index++) {
        tiles.add(new Tile(level, index, widthAt(level, index, secondSize)));
      }
    }
    return tiles;
  }

  /** Reads a path of {@link #path}; throws {@link IllegalArgumentException} for any other text. */
  public static Tile parse(String path) {
    int slash = path.indexOf('/', FOLDER.length());
    if (!path.startsWith(FOLDER) || slash < 0) {
      throw new IllegalArgumentException("Not the path of a tile");
    }
    TileName name = TileName.parse(path.substring(slash + 1));
    int level = Integer.parseInt(path.substring(FOLDER.length(), slash));
    Tile tile = new Tile(level, name.index(), name.width());
    if (!tile.path().equals(path)) {
      throw new IllegalArgumentException("Not the path of a tile");
    }
    return tile;
  }

  /** Where the tile is kept and published: {@code tile/LEVEL/INDEX}, and {@code .p/WIDTH} when it is partial. */
  public String path() {
    return FOLDER + level + "/" + new TileName(index, width).text();
  }

  public boolean isFull() {
    return width == FULL_WIDTH;
  }

  /** The tile's file: its hashes, one after another. */
  public byte[] read(HashReader hashes) {
    ByteBuffer data = ByteBuffer.allocate(width * Hash.BYTES);
    for (int offset = 0; offset < width; offset++) {
      hashes.read(level * HEIGHT, index * FULL_WIDTH + offset).writeTo(data);
    }
    return data.array();
  }

  private static int widthAt(int level, long index, long size) {
    return (int) Math.min(FULL_WIDTH, hashesAt(level, size) - index * FULL_WIDTH);
  }

  private static long hashesAt(int level, long size) {
    return level * HEIGHT > 62 ? 0 : size >>> (level * HEIGHT);
  }
}
