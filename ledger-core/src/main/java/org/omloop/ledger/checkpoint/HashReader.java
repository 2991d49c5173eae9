package org.omloop.ledger.checkpoint;

/** Gives the hashes of complete subtrees, from wherever they are kept. */
@FunctionalInterface
public interface HashReader {
  /**
   * The hash over the 2^level leaves from index·2^level on.
   *
   * @throws java.util.NoSuchElementException if this reader does not have it
   */
  Hash read(int level, long index);
}
