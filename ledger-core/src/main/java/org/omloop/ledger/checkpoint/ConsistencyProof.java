package org.omloop.ledger.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Shows that a tree is an earlier one with leaves appended (RFC 6962 §2.1.2).
 *
 * @param firstSize of the earlier tree, from 0; a tree without leaves is the beginning of every tree
 * @param secondSize of the later tree, at least {@code firstSize}
 * @param path hashes upwards; empty when the sizes are equal or the first is 0
 */
public record ConsistencyProof(long firstSize, long secondSize, List<Hash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
    requireOrdered(firstSize, secondSize);
  }

  /** Makes the proof from the hashes of the later tree. */
  public static ConsistencyProof create(long firstSize, long secondSize, HashReader hashes) {
    return new ConsistencyProof(
        firstSize, secondSize, Subtrees.hashes(parts(firstSize, secondSize), hashes));
  }

  /** The tiles of the later tree that hold what {@link #create} reads. */
  public static Set<Tile> tiles(long firstSize, long secondSize) {
    return Subtrees.tiles(parts(firstSize, secondSize), secondSize);
  }

  /** Whether the proof leads from one root to the other (RFC 9162 §2.1.4.2). */
  public boolean connects(Hash firstRoot, Hash secondRoot) {
    if (firstSize == secondSize) {
      return path.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (firstSize == 0) {
      return path.isEmpty() && firstRoot.equals(Hash.EMPTY_ROOT);
    }
    List<Hash> hashes = pathFromFirstTree(firstRoot);
    return !hashes.isEmpty() && climbs(hashes, firstRoot, secondRoot);
  }

  /** A first tree that is a complete subtree of the second is where the path begins; the proof leaves it out. */
  private List<Hash> pathFromFirstTree(Hash firstRoot) {
    if (Long.bitCount(firstSize) > 1) {
      return path;
    }
    List<Hash> whole = new ArrayList<>(path.size() + 1);
    whole.add(firstRoot);
    whole.addAll(path);
    return whole;
  }

  private boolean climbs(List<Hash> hashes, Hash firstRoot, Hash secondRoot) {
    int complete = Long.numberOfTrailingZeros(firstSize);
    long node = (firstSize - 1) >>> complete;
    long last = (secondSize - 1) >>> complete;
    Hash first = hashes.get(0);
    Hash second = hashes.get(0);
    for (Hash beside : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = Hash.node(beside, first);
        second = Hash.node(beside, second);
        int lonely = Long.numberOfTrailingZeros(node);
        node >>>= lonely;
        last >>>= lonely;
      } else {
        second = Hash.node(second, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && first.equals(firstRoot) && second.equals(secondRoot);
  }

  private static List<Subtrees> parts(long firstSize, long secondSize) {
    requireOrdered(firstSize, secondSize);
    return firstSize == 0 ? List.of() : Subtrees.betweenSizes(firstSize, secondSize);
  }

  private static void requireOrdered(long firstSize, long secondSize) {
    if (firstSize < 0 || firstSize > secondSize) {
      throw new IllegalArgumentException("No growth from " + firstSize + " to " + secondSize);
    }
  }
}
