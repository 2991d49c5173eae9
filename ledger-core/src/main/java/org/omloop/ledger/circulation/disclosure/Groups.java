package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows gathered into what no published figure can tell apart: those of one leaf that are known in the same editions.
 * Each figure is a sum over groups, so groups are the unknowns of an attacker's equations.
 *
 * <p>Immutable once made, as long as nobody changes a set it gave out.
 */
final class Groups {
  private final List<List<Contribution>> groups;
  private final Map<Cell, BitSet> byCell = new TreeMap<>();

  Groups(Collection<Contribution> rows, FixedCells cells) {
    Map<Cell, Map<List<Integer>, List<Contribution>>> sorted = new TreeMap<>();
    for (Contribution row : rows) {
      if (!cells.isLeaf(row.leaf())) {
        throw new IllegalArgumentException("no cell of the lowest level: " + row.leaf());
      }
      sorted
          .computeIfAbsent(row.leaf(), leaf -> new TreeMap<>(Groups::compareLifetimes))
          .computeIfAbsent(List.of(row.from(), row.until()), lifetime -> new ArrayList<>())
          .add(row);
    }
    groups = sorted.values().stream().flatMap(each -> each.values().stream()).toList();
    for (int group = 0; group < groups.size(); group++) {
      for (Cell cell : cells.upwards(groups.get(group).get(0).leaf())) {
        byCell.computeIfAbsent(cell, each -> new BitSet()).set(group);
      }
    }
  }

  private static int compareLifetimes(List<Integer> one, List<Integer> other) {
    int from = Integer.compare(one.get(0), other.get(0));
    return from != 0 ? from : Integer.compare(one.get(1), other.get(1));
  }

  /** Returns the groups that a cell consists of in an edition, in a set of its own. */
  BitSet in(Cell cell, int edition) {
    BitSet found = new BitSet();
    byCell.getOrDefault(cell, new BitSet()).stream()
        .filter(group -> groups.get(group).get(0).isKnownIn(edition))
        .forEach(found::set);
    return found;
  }

  /** Returns who has how much of some groups together. */
  Sides sides(BitSet some) {
    Sides sides = new Sides();
    some.stream().forEach(group -> groups.get(group).forEach(sides::add));
    return sides;
  }

  /** Returns by group its amount, minor units. */
  long[] amounts() {
    return groups.stream()
        .mapToLong(rows -> rows.stream().mapToLong(Contribution::amount).reduce(0, Math::addExact))
        .toArray();
  }
}
