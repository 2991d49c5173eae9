package org.omloop.ledger.checkpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Hashes held in memory. Begun with a tree's frontier and given what later appends complete, it suffices for the
 * inclusion proofs of all leaves appended since, at any size since. Confined to its owner's thread.
 */
public final class RecentHashes implements HashReader, HashWriter {
  private final Map<HashPosition, Hash> hashes = new HashMap<>();

  /** Begins with the frontier of a tree, that is, with no leaf of its own. */
  public static RecentHashes startingAt(JournalTree tree) {
    RecentHashes recent = new RecentHashes();
    tree.writeFrontier(recent);
    return recent;
  }

  @Override
  public void write(int level, long index, Hash hash) {
    hashes.put(new HashPosition(level, index), hash);
  }

  @Override
  public Hash read(int level, long index) {
    Hash hash = hashes.get(new HashPosition(level, index));
    if (hash == null) {
      throw new NoSuchElementException("No hash at level " + level + ", index " + index);
    }
    return hash;
  }
}
