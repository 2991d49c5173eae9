package org.omloop.ledger.checkpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The hashes of loaded tiles. Hashes between the levels of tiles are computed once and kept. What it gives is as good
 * as the tiles: a root or a proof made from them shows whether they are right. Confined to its owner's thread.
 */
public final class TileReader implements HashReader {
  private record Place(int level, long index) {}

  private final Map<Place, LoadedTile> tiles = new HashMap<>();

  /** Adds a tile; a wider one takes the place of a narrower one. Other lengths than 32·width are refused. */
  public void add(Tile tile, byte[] data) {
    LoadedTile loaded = new LoadedTile(tile, data);
    tiles.merge(
        new Place(tile.level(), tile.index()),
        loaded,
        (held, added) -> added.width() > held.width() ? added : held);
  }

  @Override
  public Hash read(int level, long index) {
    int levelWithin = level % Tile.HEIGHT;
    int bits = Tile.HEIGHT - levelWithin;
    LoadedTile tile = tiles.get(new Place(level / Tile.HEIGHT, index >>> bits));
    int offset = (int) (index & ((1L << bits) - 1));
    if (tile == null || (offset + 1) << levelWithin > tile.width()) {
      throw new NoSuchElementException("No tile holds level " + level + ", index " + index);
    }
    return tile.hash(levelWithin, offset);
  }
}
