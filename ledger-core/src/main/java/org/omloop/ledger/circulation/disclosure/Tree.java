package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A classification's places or branches, each part of one larger one, up to a single whole. Immutable. */
final class Tree<N> {
  private final Map<N, N> parents;
  private final Map<N, List<N>> children = new HashMap<>();
  private final N root;

  /**
   * Makes a tree.
   *
   * @param parents by part, what it is a part of; not empty
   * @param levels all levels, lowest first; each step up is one level
   * @throws IllegalArgumentException when a level is skipped or there is more than one whole
   */
  <L> Tree(Map<N, N> parents, N root, List<L> levels, Function<N, L> levelOf) {
    this.parents = Map.copyOf(parents);
    this.root = root;
    Map<String, Map.Entry<N, N>> sorted = new TreeMap<>();
    parents.entrySet().forEach(entry -> sorted.put(entry.getKey().toString(), entry));
    sorted.values().forEach(entry -> {
      N node = entry.getKey();
      N parent = entry.getValue();
      if (levels.indexOf(levelOf.apply(parent)) != levels.indexOf(levelOf.apply(node)) + 1) {
        throw new IllegalArgumentException(node + " is directly below " + parent);
      }
      if (!parent.equals(root) && !parents.containsKey(parent)) {
        throw new IllegalArgumentException(parent + " is part of nothing");
      }
      children.computeIfAbsent(parent, each -> new ArrayList<>()).add(node);
    });
  }

  N root() {
    return root;
  }

  Optional<N> parent(N node) {
    return Optional.ofNullable(parents.get(node));
  }

  List<N> children(N node) {
    return children.getOrDefault(node, List.of());
  }

  boolean has(N node) {
    return node.equals(root) || parents.containsKey(node);
  }

  /** Returns all nodes, from the whole down. */
  List<N> nodes() {
    List<N> nodes = new ArrayList<>(List.of(root));
    for (int next = 0; next < nodes.size(); next++) {
      nodes.addAll(children(nodes.get(next)));
    }
    return nodes;
  }
}
