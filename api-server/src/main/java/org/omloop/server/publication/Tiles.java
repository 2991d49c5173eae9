package org.omloop.server.publication;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.ledger.checkpoint.TileReader;

/**
 * The hash tiles of the journal (C2SP tlog-tiles). Full ones are kept; the partial ones at the right edge are computed
 * from what lies below them: leaves, or the full tiles one level down.
 *
 * <p>Thread-safe.
 */
public final class Tiles {
  /** What tiles are made of, as the journal keeps it. */
  public interface Source {
    /** Returns up to so many leaves from an index on. */
    Future<List<byte[]>> leaves(long from, int count);

    /** Returns a full hash tile, when there is one. */
    Future<Optional<byte[]>> tile(int level, long tile);

    /** Returns up to so many neighbouring full hash tiles. */
    Future<List<byte[]>> tiles(int level, long from, int count);
  }

  private final Source source;

  public Tiles(Source source) {
    this.source = source;
  }

  /** Returns a tile's hashes; empty when the journal does not reach that far. */
  public Future<Optional<byte[]>> read(Tile tile) {
    return tile.isFull()
        ? source.tile(tile.level(), tile.index())
        : hashes(tile)
            .map(hashes ->
                hashes.size() < tile.width() ? Optional.empty() : Optional.of(join(hashes)));
  }

  /** Returns a reader of all these tiles; fails when the journal lacks one. */
  public Future<TileReader> load(Collection<Tile> tiles) {
    List<Tile> wanted = List.copyOf(tiles);
    return Future.all(wanted.stream().map(this::read).toList()).map(all -> {
      TileReader reader = new TileReader();
      for (int at = 0; at < wanted.size(); at++) {
        Optional<byte[]> data = all.resultAt(at);
        reader.add(wanted.get(at), data.orElseThrow());
      }
      return reader;
    });
  }

  private Future<List<Hash>> hashes(Tile tile) {
    long from = tile.index() * Tile.FULL_WIDTH;
    return tile.level() == 0
        ? source
            .leaves(from, tile.width())
            .map(leaves -> leaves.stream().map(Hash::leaf).toList())
        : source
            .tiles(tile.level() - 1, from, tile.width())
            .map(below -> below.stream().map(Tiles::root).toList());
  }

  private static Hash root(byte[] fullTile) {
    JournalTree tree = JournalTree.empty();
    for (int at = 0; at < fullTile.length; at += Hash.BYTES) {
      // A tile of a higher level is no leaf of the log, but the hash over it is built the same way.
      tree.append(
          Hash.of(Arrays.copyOfRange(fullTile, at, at + Hash.BYTES)), (level, index, hash) -> {});
    }
    return tree.root();
  }

  private static byte[] join(List<Hash> hashes) {
    ByteBuffer joined = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
    hashes.forEach(hash -> hash.writeTo(joined));
    return joined.array();
  }
}
