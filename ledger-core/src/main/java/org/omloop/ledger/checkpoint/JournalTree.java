package org.omloop.ledger.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Merkle tree over the journal (RFC 6962 §2.1), of which only the right edge is kept: the root of each complete
 * subtree that is part of no larger one. Appending and copying take O(log n) memory and time, on average one node for
 * each leaf.
 *
 * <p>Confined to its owner's thread. To take a step back, keep a {@link #copy} from before it.
 */
public final class JournalTree {
  private static final int LEVELS = 63;

  // By level: the subtree of 2^level leaves, present where size has that bit.
  private final @Nullable Hash[] frontier;
  private long size;

  private JournalTree(@Nullable Hash[] frontier, long size) {
    this.frontier = frontier;
    this.size = size;
  }

  /** A tree without leaves. */
  public static JournalTree empty() {
    return new JournalTree(new @Nullable Hash[LEVELS], 0);
  }

  /** The tree of a given size, read back from its hashes; {@link #tiles} says in which tiles these are. */
  public static JournalTree load(long size, HashReader hashes) {
    JournalTree tree = empty();
    for (HashPosition position : Subtrees.between(0, size).positions()) {
      tree.frontier[position.level()] = position.readFrom(hashes);
    }
    tree.size = size;
    return tree;
  }

  /** The tiles that hold what {@link #load} reads. */
  public static Set<Tile> tiles(long size) {
    return Subtrees.tiles(List.of(Subtrees.between(0, size)), size);
  }

  /** Appends a leaf and hands over each hash that it completes, its own first. */
  public void append(Hash leaf, HashWriter completed) {
    Hash hash = leaf;
    long index = size;
    int level = 0;
    completed.write(level, index, hash);
    while ((index & 1) == 1) {
      hash = Hash.node(at(level), hash);
      frontier[level] = null;
      index >>>= 1;
      level++;
      completed.write(level, index, hash);
    }
    frontier[level] = hash;
    size++;
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** The hash over all leaves. */
  public Hash root() {
    if (size == 0) {
      return Hash.EMPTY_ROOT;
    }
    int lowest = Long.numberOfTrailingZeros(size);
    Hash root = at(lowest);
    for (long rest = size & (size - 1); rest != 0; rest &= rest - 1) {
      root = Hash.node(at(Long.numberOfTrailingZeros(rest)), root);
    }
    return root;
  }

  /** Hands over the hashes of the right edge, which is all that this tree knows. */
  public void writeFrontier(HashWriter hashes) {
    for (HashPosition position : Subtrees.between(0, size).positions()) {
      hashes.write(position.level(), position.index(), at(position.level()));
    }
  }

  /** A tree of its own, equal to this one. */
  public JournalTree copy() {
    return new JournalTree(Arrays.copyOf(frontier, frontier.length), size);
  }

  private Hash at(int level) {
    return Objects.requireNonNull(frontier[level], "The size has this bit");
  }
}
