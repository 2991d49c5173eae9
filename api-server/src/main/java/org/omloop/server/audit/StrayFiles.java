package org.omloop.server.audit;

import java.util.stream.Stream;
import org.omloop.ledger.checkpoint.EntryBundle;
import org.omloop.ledger.checkpoint.Tile;

/**
 * Finds files among the tiles that a journal of this size does not have.
 *
 * @param size how many entries the journal says to have
 */
record StrayFiles(ExportedFiles files, long size) {
  void find(Findings findings) {
    try (Stream<String> paths = files.below("tile")) {
      paths
          .filter(path -> !belongs(path))
          .sorted()
          .forEach(path -> findings.add(Finding.ofNone(
              Check.FILES, path + " does not belong to a journal of " + size + " entries")));
    }
    findings.done(Check.FILES);
  }

  private boolean belongs(String path) {
    try {
      if (path.startsWith("tile/entries/")) {
        EntryBundle bundle = EntryBundle.parse(path);
        return bundle.width() == width(0, bundle.index());
      }
      Tile tile = Tile.parse(path);
      return tile.level() * Tile.HEIGHT < Long.SIZE
          && tile.width() == width(tile.level(), tile.index());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private long width(int level, long index) {
    long hashes = size >>> (level * Tile.HEIGHT);
    return Math.min(Tile.FULL_WIDTH, hashes - index * Tile.FULL_WIDTH);
  }
}
