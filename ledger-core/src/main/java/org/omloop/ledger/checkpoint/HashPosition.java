package org.omloop.ledger.checkpoint;

/**
 * Where a hash stands in the tree: over the 2^level leaves from index·2^level on.
 *
 * @param level 0 for leaves, at most 62
 * @param index counts from 0 within the level
 */
public record HashPosition(int level, long index) {
  public HashPosition {
    if (level < 0 || level > 62 || index < 0) {
      throw new IllegalArgumentException("No such place in a tree: " + level + ", " + index);
    }
  }

  Hash readFrom(HashReader hashes) {
    return hashes.read(level, index);
  }
}
