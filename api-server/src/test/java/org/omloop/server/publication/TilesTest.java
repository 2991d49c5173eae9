package org.omloop.server.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Tile;

class TilesTest {
  private static final int FULL = Tile.FULL_WIDTH;
  private static final int SIZE = 2 * FULL * FULL + 3 * FULL + 5;

  private final KeptTiles kept = new KeptTiles();
  private final Tiles tiles = new Tiles(kept);

  @Test
  void partialTilesAreThoseOfTheTree() {
    assertTile(0, 2 * FULL + 3, 5);
    assertTile(1, 2, 3);
    assertTile(1, 2, 1);
    assertTile(2, 0, 2);
    assertTile(1, 0, 200); // full by now
    assertEquals(Optional.empty(), tiles.read(new Tile(1, 2, 4)).result());
    assertEquals(Optional.empty(), tiles.read(new Tile(3, 0, 1)).result());
  }

  @Test
  void rootsAreWorkedOutOnceAndOnlyTheNewOnesLater() {
    kept.size = FULL * 200;
    assertTile(1, 0, 200);
    assertEquals(200, kept.tilesRead);
    assertTile(1, 0, 200);
    assertTile(1, 0, 7);
    assertEquals(200, kept.tilesRead);
    kept.size = FULL * 203;
    assertTile(1, 0, 203);
    assertEquals(203, kept.tilesRead);
  }

  private void assertTile(int level, long index, int width) {
    assertArrayEquals(
        kept.hashes(level, index * FULL, width),
        tiles.read(new Tile(level, index, width)).result().orElseThrow(),
        level + "/" + index + "." + width);
  }

  /** A tree whose leaves are the numbers from 0, of which the first so many count. */
  private static final class KeptTiles implements Tiles.Source {
    private final Map<Integer, List<Hash>> hashesByLevel = new HashMap<>();
    private int size = SIZE;
    private int tilesRead;

    KeptTiles() {
      JournalTree tree = JournalTree.empty();
      LongStream.range(0, SIZE)
          .forEach(leaf -> tree.append(Hash.leaf(leaf(leaf)), (level, index, hash) -> {
            if (level % 8 == 0) {
              hashesByLevel
                  .computeIfAbsent(level / 8, none -> new ArrayList<>())
                  .add(hash);
            }
          }));
    }

    private static byte[] leaf(long index) {
      return ByteBuffer.allocate(Long.BYTES).putLong(index).array();
    }

    byte[] hashes(int level, long from, int count) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      hashesByLevel
          .get(level)
          .subList((int) from, (int) from + count)
          .forEach(hash -> bytes.writeBytes(hash.toBytes()));
      return bytes.toByteArray();
    }

    @Override
    public Future<List<byte[]>> leaves(long from, int count) {
      return Future.succeededFuture(LongStream.range(from, Math.min(size, from + count))
          .mapToObj(KeptTiles::leaf)
          .toList());
    }

    @Override
    public Future<Optional<byte[]>> tile(int level, long tile) {
      boolean isFull = (tile + 1) * FULL <= (size >> 8 * level);
      return Future.succeededFuture(
          isFull ? Optional.of(hashes(level, tile * FULL, FULL)) : Optional.empty());
    }

    @Override
    public Future<List<byte[]>> tiles(int level, long from, int count) {
      List<byte[]> found = LongStream.range(from, from + count)
          .mapToObj(tile -> tile(level, tile).result())
          .flatMap(Optional::stream)
          .toList();
      tilesRead += found.size();
      return Future.succeededFuture(found);
    }
  }
}
