package org.omloop.server.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.HashWriter;

/**
 * The unfinished hash tile of each level of tiles, at the right edge of the tree: 256 hashes make one, and only hashes
 * of every eighth level of the tree stand in tiles (C2SP tlog-tiles).
 *
 * <p>Confined to its edge's thread.
 */
public final class TileEdge implements HashWriter {
  private static final int TILE_HEIGHT = 8;
  private static final int TILE_BYTES = (1 << TILE_HEIGHT) * Hash.BYTES;

  private final List<ByteBuffer> unfinished = new ArrayList<>();
  private List<Group.FullTile> full = new ArrayList<>();

  @Override
  public void write(int level, long index, Hash hash) {
    if (level % TILE_HEIGHT != 0) {
      return;
    }
    int tileLevel = level / TILE_HEIGHT;
    if (tileLevel == unfinished.size()) {
      unfinished.add(ByteBuffer.allocate(TILE_BYTES));
    }
    ByteBuffer tile = unfinished.get(tileLevel);
    hash.writeTo(tile);
    if (!tile.hasRemaining()) {
      byte[] hashes = new byte[TILE_BYTES];
      tile.flip().get(hashes);
      tile.clear();
      full.add(new Group.FullTile(tileLevel, index >> TILE_HEIGHT, hashes));
    }
  }

  /** Returns the tiles that have become full since this was last asked. */
  public List<Group.FullTile> takeFull() {
    List<Group.FullTile> taken = full;
    full = new ArrayList<>();
    return taken;
  }
}
