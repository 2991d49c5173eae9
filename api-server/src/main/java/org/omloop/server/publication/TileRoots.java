package org.omloop.server.publication;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Tile;

/**
 * The roots of full tiles below an unfinished one. They never change, and each costs 255 hashes: a receipt is not the
 * place to work out tens of thousands. For each level only the last asked-for tile is kept, which is nearly always the
 * one at the right edge.
 *
 * <p>Thread-safe.
 */
final class TileRoots {
  /** The roots below one tile, from its left edge on. */
  private record Known(long tile, List<Hash> roots) {}

  private final Map<Integer, Known> byLevel = new ConcurrentHashMap<>();
  private final Map<Integer, Future<List<Hash>>> underWay = new ConcurrentHashMap<>();

  /** Returns the known roots below a tile, at least none, from its left edge on. */
  List<Hash> below(Tile tile) {
    Known known = byLevel.get(tile.level());
    return known != null && known.tile() == tile.index() ? known.roots() : List.of();
  }

  /** Lets one after the other work out roots of a level: all others then find them here. */
  Future<List<Hash>> inTurn(Tile tile, Supplier<Future<List<Hash>>> work) {
    return underWay.compute(
        tile.level(),
        (level, last) -> last == null ? work.get() : last.transform(done -> work.get()));
  }

  /**
   * Adds the roots of the tiles that follow the known ones, and returns all.
   *
   * @param below full tiles, 8,192 bytes each
   */
  List<Hash> add(Tile tile, List<Hash> known, List<byte[]> below) {
    List<Hash> all = new ArrayList<>(known);
    below.forEach(full -> all.add(root(full)));
    List<Hash> roots = List.copyOf(all);
    byLevel.merge(
        tile.level(),
        new Known(tile.index(), roots),
        (before, now) -> isLonger(before, now) ? before : now);
    return roots;
  }

  private static boolean isLonger(Known before, Known now) {
    return before.tile() == now.tile() && before.roots().size() > now.roots().size();
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
}
