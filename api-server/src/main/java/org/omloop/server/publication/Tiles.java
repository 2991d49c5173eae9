package org.omloop.server.publication;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omloop.ledger.checkpoint.Hash;
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
  private final TileRoots roots = new TileRoots();

  public Tiles(Source source) {
    this.source = source;
  }

  /** Returns a tile's hashes; empty when the journal does not reach that far. */
  public Future<Optional<byte[]>> read(Tile tile) {
    return tile.isFull()
        ? source.tile(tile.level(), tile.index())
        : hashes(tile)
            .map(hashes -> hashes.size() < tile.width()
                ? Optional.empty()
                : Optional.of(join(hashes.subList(0, tile.width()))));
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
    return tile.level() == 0
        ? source
            .leaves(tile.index() * Tile.FULL_WIDTH, tile.width())
            .map(leaves -> leaves.stream().map(Hash::leaf).toList())
        : roots(tile);
  }

  private Future<List<Hash>> roots(Tile tile) {
    List<Hash> known = roots.below(tile);
    return known.size() >= tile.width()
        ? Future.succeededFuture(known)
        : roots.inTurn(tile, () -> missingRoots(tile));
  }

  /** Reads only those of the tiles below whose roots are not known yet; none where the tile itself is full by now. */
  private Future<List<Hash>> missingRoots(Tile tile) {
    List<Hash> known = roots.below(tile);
    if (!known.isEmpty()) {
      return rootsAfter(known, tile);
    }
    return source
        .tile(tile.level(), tile.index())
        .compose(full -> full.isPresent()
            ? Future.succeededFuture(split(full.get()))
            : rootsAfter(List.of(), tile));
  }

  private Future<List<Hash>> rootsAfter(List<Hash> known, Tile tile) {
    int missing = tile.width() - known.size();
    return missing <= 0
        ? Future.succeededFuture(known)
        : source
            .tiles(tile.level() - 1, tile.index() * Tile.FULL_WIDTH + known.size(), missing)
            .map(below -> roots.add(tile, known, below));
  }

  private static List<Hash> split(byte[] hashes) {
    return IntStream.range(0, hashes.length / Hash.BYTES)
        .mapToObj(at -> Hash.of(Arrays.copyOfRange(hashes, at * Hash.BYTES, (at + 1) * Hash.BYTES)))
        .toList();
  }

  private static byte[] join(List<Hash> hashes) {
    ByteBuffer joined = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
    hashes.forEach(hash -> hash.writeTo(joined));
    return joined.array();
  }
}
