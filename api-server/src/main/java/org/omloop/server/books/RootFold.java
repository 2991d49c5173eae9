package org.omloop.server.books;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;

/** The journal's root at sizes that somebody names. */
final class RootFold {
  private final JournalTree tree = JournalTree.empty();
  private final Set<Long> wanted;
  private final Map<Long, Hash> roots = new HashMap<>();

  RootFold(Collection<Long> sizes) {
    this.wanted = new HashSet<>(sizes);
  }

  void follow(Hash leaf) {
    tree.append(leaf, (level, index, hash) -> {});
    if (wanted.contains(tree.size())) {
      roots.put(tree.size(), tree.root());
    }
  }

  Optional<Hash> at(long size) {
    return Optional.ofNullable(roots.get(size));
  }
}
