package org.omloop.ledger.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows that a leaf stands at an index of a tree (RFC 6962 §2.1.1).
 *
 * @param index of the leaf, from 0
 * @param size of the tree, in leaves
 * @param path the hashes beside the leaf and its ancestors, upwards; their number follows from index and size
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  public InclusionProof {
    path = List.copyOf(path);
    requireInside(index, size);
  }

  /** Makes the proof from the hashes of the tree. */
  public static InclusionProof create(long index, long size, HashReader hashes) {
    requireInside(index, size);
    return new InclusionProof(
        index, size, Subtrees.hashes(Subtrees.besideLeaf(index, size), hashes));
  }

  /** The tiles that hold what {@link #create} reads. */
  public static Set<Tile> tiles(long index, long size) {
    requireInside(index, size);
    return Subtrees.tiles(Subtrees.besideLeaf(index, size), size);
  }

  /** Whether the proof leads from this leaf to this root. */
  public boolean leads(Hash leaf, Hash root) {
    return root(leaf).filter(root::equals).isPresent();
  }

  /** The root that the proof leads to from this leaf (RFC 9162 §2.1.3.2); empty when the path has a wrong length. */
  public Optional<Hash> root(Hash leaf) {
    Hash hash = leaf;
    long node = index;
    long last = size - 1;
    for (Hash beside : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.node(beside, hash);
        // At the right edge, a node without a sibling moves up unchanged.
        int lonely = Long.numberOfTrailingZeros(node);
        node >>>= lonely;
        last >>>= lonely;
      } else {
        hash = Hash.node(hash, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 ? Optional.of(hash) : Optional.empty();
  }

  private static void requireInside(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
    }
  }
}
