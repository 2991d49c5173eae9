package org.omloop.ledger.checkpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stretch of leaves that one hash of a proof covers, as the complete subtrees it consists of: large ones first, and
 * one alone unless the stretch reaches the right edge of the tree (RFC 6962 §2.1, MTH).
 */
record Subtrees(List<HashPosition> positions) {
  Subtrees {
    positions = List.copyOf(positions);
  }

  /** The leaves from {@code from} up to {@code to}; {@code from} is a multiple of the largest power of two between. */
  static Subtrees between(long from, long to) {
    List<HashPosition> positions = new ArrayList<>();
    long start = from;
    while (start < to) {
      int level = 63 - Long.numberOfLeadingZeros(to - start);
      positions.add(new HashPosition(level, start >>> level));
      start += 1L << level;
    }
    return new Subtrees(positions);
  }

  /** What the inclusion proof of a leaf consists of, from the leaf's sibling upwards (RFC 6962 §2.1.1). */
  static List<Subtrees> besideLeaf(long index, long size) {
    Deque<Subtrees> path = new ArrayDeque<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + largestPowerBelow(to - from);
      if (index < middle) {
        path.push(between(middle, to));
        to = middle;
      } else {
        path.push(between(from, middle));
        from = middle;
      }
    }
    return List.copyOf(path);
  }

  /** What the consistency proof between two sizes, both at least 1, consists of, upwards (RFC 6962 §2.1.2). */
  static List<Subtrees> betweenSizes(long firstSize, long secondSize) {
    Deque<Subtrees> path = new ArrayDeque<>();
    long from = 0;
    long to = secondSize;
    while (to > firstSize) {
      long middle = from + largestPowerBelow(to - from);
      if (firstSize <= middle) {
        path.push(between(middle, to));
        to = middle;
      } else {
        path.push(between(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      // Where the first tree is no subtree of the second, its last part leads the proof.
      path.push(between(from, to));
    }
    return List.copyOf(path);
  }

  /** The hash over these leaves. */
  Hash hash(HashReader hashes) {
    int last = positions.size() - 1;
    Hash hash = positions.get(last).readFrom(hashes);
    for (int next = last - 1; next >= 0; next--) {
      hash = Hash.node(positions.get(next).readFrom(hashes), hash);
    }
    return hash;
  }

  static List<Hash> hashes(List<Subtrees> path, HashReader hashes) {
    return path.stream().map(subtrees -> subtrees.hash(hashes)).toList();
  }

  /** The tiles of a tree of this size in which the hashes stand. */
  static Set<Tile> tiles(List<Subtrees> path, long size) {
    return path.stream()
        .flatMap(subtrees -> subtrees.positions.stream())
        .map(position -> Tile.holding(position, size))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long largestPowerBelow(long count) {
    return Long.highestOneBit(count - 1);
  }
}
