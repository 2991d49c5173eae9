package org.omloop.ledger.checkpoint;

/** Takes each hash of the tree as soon as its subtree is complete; it never changes afterwards. */
@FunctionalInterface
public interface HashWriter {
  /** Takes the hash over the 2^level leaves from index·2^level on. */
  void write(int level, long index, Hash hash);
}
