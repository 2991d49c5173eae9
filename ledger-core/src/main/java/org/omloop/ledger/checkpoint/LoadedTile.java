package org.omloop.ledger.checkpoint;

import org.jspecify.annotations.Nullable;

/** The hashes of one tile and, once asked for, of the nodes above them. Confined to its owner's thread. */
final class LoadedTile {
  private final int width;
  private final byte[] data;
  // A heap: 1 is the hash over the whole tile, 2n and 2n+1 are the halves of n, from 256 on stand
  // the tile's own.
  private final @Nullable Hash[] nodes = new @Nullable Hash[2 * Tile.FULL_WIDTH];

  LoadedTile(Tile tile, byte[] data) {
    if (data.length != tile.width() * Hash.BYTES) {
      throw new IllegalArgumentException(
          tile.path() + " has " + data.length + " bytes instead of " + tile.width() * Hash.BYTES);
    }
    this.width = tile.width();
    this.data = data.clone();
  }

  int width() {
    return width;
  }

  /** The hash over 2^level hashes of the tile, from offset·2^level on; all of them are in the tile. */
  Hash hash(int level, int offset) {
    return node((Tile.FULL_WIDTH >> level) + offset);
  }

  private Hash node(int place) {
    Hash known = nodes[place];
    if (known != null) {
      return known;
    }
    Hash hash = place < Tile.FULL_WIDTH
        ? Hash.node(node(2 * place), node(2 * place + 1))
        : Hash.at(data, (place - Tile.FULL_WIDTH) * Hash.BYTES);
    nodes[place] = hash;
    return hash;
  }
}
