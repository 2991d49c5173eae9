package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How public tables put words of a classification together: whatever has too few members joins the others of the area
 * or branch that it lies in, and so up to all others together. How many members there are decides, never what was paid
 * (docs/adr/0041).
 *
 * <p>Immutable and thread-safe where the function of parents is.
 */
public final class Gathering {
  /** Stands for all that no area or branch is large enough for. */
  public static final String OTHERS = "other";

  /** Follows the code of an area or branch of which others stand by themselves. */
  private static final String REST = "-rest";

  private static final String ROOT = "";

  private final Function<String, Optional<String>> parents;
  private final NavigableMap<String, NavigableSet<String>> groups = new TreeMap<>();
  private final NavigableMap<String, String> labels = new TreeMap<>();

  private Gathering(
      Collection<NavigableSet<String>> sets, Function<String, Optional<String>> parents) {
    this.parents = parents;
    NavigableSet<String> all = new TreeSet<>();
    sets.forEach(all::addAll);
    Collection<NavigableSet<String>> left = sets;
    do {
      // Two rests of one area are one, which may be all of it.
      List<NavigableSet<String>> before = List.copyOf(left);
      groups.clear();
      before.forEach(set ->
          groups.computeIfAbsent(label(set, all), each -> new TreeSet<>()).addAll(set));
      left = groups.size() < before.size() ? List.copyOf(groups.values()) : List.of();
    } while (!left.isEmpty());
    groups.forEach((label, words) -> words.forEach(word -> labels.put(word, label)));
  }

  /**
   * Gathers words.
   *
   * @param members by word, how many members have it
   * @param parents by word or what it lies in, what that lies in; empty for the highest
   * @param least how many members are enough
   */
  public static Gathering of(
      SortedMap<String, Integer> members, Function<String, Optional<String>> parents, int least) {
    Map<String, NavigableSet<String>> open = new HashMap<>();
    members.keySet().forEach(word -> open.put(word, new TreeSet<>(List.of(word))));
    List<NavigableSet<String>> enough = new ArrayList<>();
    NavigableSet<String> nodes = new TreeSet<>(
        Comparator.comparingInt((String node) -> -chain(node, parents).size())
            .thenComparing(Comparator.naturalOrder()));
    members.keySet().forEach(word -> nodes.addAll(chain(word, parents)));
    for (String node : nodes) {
      NavigableSet<String> set = open.getOrDefault(node, new TreeSet<>());
      if (count(set, members) >= least) {
        enough.add(set);
      } else {
        open.computeIfAbsent(parents.apply(node).orElse(ROOT), each -> new TreeSet<>())
            .addAll(set);
      }
    }
    NavigableSet<String> others = open.getOrDefault(ROOT, new TreeSet<>());
    while (!others.isEmpty() && !enough.isEmpty() && count(others, members) < least) {
      NavigableSet<String> smallest = enough.stream()
          .min(Comparator.comparingInt((NavigableSet<String> set) -> count(set, members))
              .thenComparing(NavigableSet::first))
          .orElseThrow();
      enough.remove(smallest);
      others.addAll(smallest);
    }
    if (!others.isEmpty()) {
      enough.add(others);
    }
    return new Gathering(enough, parents);
  }

  /** Returns the finest gathering of which every group is made of whole groups of each of some. */
  public static Gathering joined(
      Collection<Gathering> some, Function<String, Optional<String>> parents) {
    List<NavigableSet<String>> sets = new ArrayList<>();
    for (Gathering each : some) {
      for (NavigableSet<String> group : each.groups.values()) {
        List<NavigableSet<String>> met =
            sets.stream().filter(set -> set.stream().anyMatch(group::contains)).toList();
        NavigableSet<String> all = new TreeSet<>(group);
        met.forEach(all::addAll);
        sets.removeAll(met);
        sets.add(all);
      }
    }
    return new Gathering(sets, parents);
  }

  private static int count(Collection<String> set, Map<String, Integer> members) {
    return set.stream().mapToInt(word -> members.getOrDefault(word, 0)).sum();
  }

  /** Returns a node and all that it lies in, from itself up. */
  private static List<String> chain(String node, Function<String, Optional<String>> parents) {
    List<String> chain = new ArrayList<>(List.of(node));
    Optional<String> parent = parents.apply(node);
    while (parent.isPresent()) {
      chain.add(parent.get());
      parent = parents.apply(parent.get());
    }
    return chain;
  }

  /** Returns the narrowest node that words lie in, where nothing else lies in it; else what is left of it. */
  private String label(NavigableSet<String> set, NavigableSet<String> all) {
    if (set.size() == 1 && !isNode(set.first(), all)) {
      return set.first();
    }
    for (String node : chain(set.first(), parents)) {
      if (set.stream().allMatch(word -> chain(word, parents).contains(node))) {
        return set.equals(within(node, all)) ? node : node + REST;
      }
    }
    return OTHERS;
  }

  private boolean isNode(String word, NavigableSet<String> all) {
    return within(word, all).size() > 1;
  }

  private NavigableSet<String> within(String node, NavigableSet<String> all) {
    NavigableSet<String> found = new TreeSet<>(all);
    found.removeIf(word -> !chain(word, parents).contains(node));
    return found;
  }

  /** Returns under which label a word stands; the word itself where it is not known. */
  public String label(String word) {
    return labels.getOrDefault(word, word);
  }

  /** Returns all labels, sorted. */
  public NavigableSet<String> labels() {
    return new TreeSet<>(groups.keySet());
  }

  /** Returns the words that stand under a label; none where there is no such label. */
  public NavigableSet<String> words(String label) {
    return new TreeSet<>(groups.getOrDefault(label, new TreeSet<>()));
  }

  /** Returns what lies in a node, among the words that are known. */
  public NavigableSet<String> wordsWithin(String node) {
    return within(node, new TreeSet<>(labels.keySet()));
  }

  /**
   * Returns, by wider area or branch that is made of two or more whole groups, their labels: neither of all together,
   * which is the whole circuit, nor twice the same.
   */
  public NavigableMap<String, NavigableSet<String>> wider() {
    NavigableMap<String, NavigableSet<String>> found = new TreeMap<>();
    for (String word : labels.keySet()) {
      for (String node : chain(word, parents)) {
        NavigableSet<String> parts = new TreeSet<>();
        wordsWithin(node).forEach(each -> parts.add(label(each)));
        if (parts.size() > 1 && isWhole(node, parts) && !found.containsValue(parts)) {
          found.put(node, parts);
        }
      }
    }
    return found;
  }

  private boolean isWhole(String node, NavigableSet<String> parts) {
    NavigableSet<String> within = wordsWithin(node);
    return within.size() < labels.size()
        && parts.stream().allMatch(part -> within.containsAll(words(part)));
  }
}
