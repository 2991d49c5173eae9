package org.omloop.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** A tree with all its hashes, its roots at every size, and leaves that tell their index. */
final class GrownTree {
  final JournalTree tree = JournalTree.empty();
  final RecentHashes hashes = RecentHashes.startingAt(tree);
  final List<Leaf> leaves = new ArrayList<>();
  private final List<Hash> roots = new ArrayList<>(List.of(tree.root()));

  static GrownTree ofSize(int size) {
    GrownTree grown = new GrownTree();
    for (int index = 0; index < size; index++) {
      grown.append(leaf(index));
    }
    return grown;
  }

  void append(Leaf leaf) {
    leaves.add(leaf);
    tree.append(leaf.hash(), hashes);
    roots.add(tree.root());
  }

  Hash root(int size) {
    return roots.get(size);
  }

  Hash leafHash(int index) {
    return leaves.get(index).hash();
  }

  static Leaf leaf(int index) {
    return Leaf.of(("entry " + index).getBytes(UTF_8));
  }
}
