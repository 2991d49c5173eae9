package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omloop.ledger.circulation.disclosure.LinkedTables.Family;

/**
 * Decides figures of linked tables: each by rules 3 and 7, then all together by rule 6, first for what plain
 * subtraction tells and then for what all equations together tell.
 *
 * <p>Not thread-safe.
 */
final class LinkedRelease {
  /** A figure within another, and what is left of that. */
  private record Inside(int whole, int part, BitSet rest) {}

  private final List<PublicSum> sums;
  private final List<Family> families;
  private final List<List<Family>> familiesOf;
  private final Groupings groupings;
  private final Thresholds thresholds;
  private final List<BitSet> groups;
  private final long[] amounts;
  private final List<Inside> insides;
  // owned by decide
  private final BitSet shown = new BitSet();
  // what the whole circuit's sums tell by themselves: hiding it helps nobody
  private final BitSet told = new BitSet();
  // sums that have room, which only grows as more is hidden, or that cannot be helped
  private final Set<BitSet> settled = new HashSet<>();
  // what subtractions left that was tried before, by the sides that were asked
  private final Map<List<Object>, Boolean> passes = new HashMap<>();

  LinkedRelease(
      List<PublicSum> sums, List<Family> families, Groupings groupings, Thresholds thresholds) {
    this.sums = sums;
    this.families = families;
    this.groupings = groupings;
    this.thresholds = thresholds;
    this.groups = groupings.byFigure(sums.size());
    this.amounts = groups.stream().mapToLong(groupings::amount).toArray();
    this.familiesOf =
        sums.stream().map(sum -> (List<Family>) new ArrayList<Family>()).toList();
    for (Family family : families) {
      requireDisjoint(family);
      family.parts().forEach(part -> familiesOf.get(part).add(family));
    }
    this.insides = insides();
  }

  private void requireDisjoint(Family family) {
    BitSet rest = (BitSet) groups.get(family.whole()).clone();
    for (int part : family.parts()) {
      int before = rest.cardinality();
      rest.andNot(groups.get(part));
      if (before - rest.cardinality() != groups.get(part).cardinality()) {
        throw new IllegalStateException(sums.get(part).place() + " is no part of "
            + sums.get(family.whole()).place());
      }
    }
  }

  /** Returns by figure its amount; empty where it is hidden. */
  List<Optional<Long>> decide() {
    for (int sum = 0; sum < sums.size(); sum++) {
      shown.set(sum, sums.get(sum).isExact() || passesAlone(sum));
    }
    findWhatIsTold();
    do {
      while (hideWhatSubtractionTells()) {
        // Hiding one figure changes what the others tell.
      }
    } while (hideForLackOfRoom());
    return IntStream.range(0, amounts.length)
        .mapToObj(sum -> shown.get(sum) ? Optional.of(amounts[sum]) : Optional.<Long>empty())
        .toList();
  }

  private void findWhatIsTold() {
    List<BitSet> exact = IntStream.range(0, amounts.length)
        .filter(sum -> sums.get(sum).isExact())
        .mapToObj(groups::get)
        .toList();
    Room room = new Room(exact, groupings.amounts());
    for (int sum = 0; sum < amounts.length; sum++) {
      BitSet target = groups.get(sum);
      if (!target.isEmpty() && !room.isWiderThan(neededRoom(sum), target)) {
        told.set(sum);
        settled.add(target);
      }
    }
  }

  /** Somebody who knows the interval errs by half its width at most. */
  private double neededRoom(int sum) {
    return 2.0 * thresholds.roomPercent() / 100 * Math.abs(amounts[sum]);
  }

  private boolean passesAlone(int sum) {
    return groups.get(sum).isEmpty()
        ? sums.get(sum).showsZero(thresholds)
        : groupings.pass(groups.get(sum), sums.get(sum).asked(), thresholds);
  }

  private boolean hideWhatSubtractionTells() {
    boolean isChanged = false;
    for (Family family : families) {
      isChanged |= hideForRestOf(family);
    }
    for (Inside inside : insides) {
      isChanged |= hideForDifference(inside);
    }
    return isChanged;
  }

  /** What is left of a figure after all its shown parts is a cell too and has to pass rules 3 and 7 itself. */
  private boolean hideForRestOf(Family family) {
    List<Integer> parts = family.parts().stream().filter(shown::get).toList();
    if (!shown.get(family.whole())
        || parts.isEmpty()
        || groups.get(family.whole()).isEmpty()) {
      return false;
    }
    BitSet rest = (BitSet) groups.get(family.whole()).clone();
    parts.forEach(part -> rest.andNot(groups.get(part)));
    if (rest.isEmpty()) {
      return family.parts().stream().anyMatch(this::isSecretZero) && hideForZero(family, parts);
    }
    return !passes(rest, sums.get(family.whole()).asked())
        && hide(Stream.concat(parts.stream(), Stream.of(family.whole())));
  }

  /** A zero that is not shown, while somebody could have paid. */
  private boolean isSecretZero(int sum) {
    return !shown.get(sum) && groups.get(sum).isEmpty() && sums.get(sum).isPossible();
  }

  /** Hides a part also where the whole circuit's sums tell it to all who know which parts are zero. */
  private boolean hideForZero(Family family, List<Integer> parts) {
    Optional<Integer> part = parts.stream()
        .filter(sum -> !sums.get(sum).isExact() && !groups.get(sum).isEmpty())
        .min(Comparator.comparingLong((Integer sum) -> Math.abs(amounts[sum]))
            .thenComparing(sum -> sum));
    part.ifPresent(shown::clear);
    return part.isPresent() || hide(Stream.of(family.whole()));
  }

  /** A figure that lies within another leaves a difference, also where no table says that they add up. */
  private boolean hideForDifference(Inside inside) {
    return shown.get(inside.whole())
        && shown.get(inside.part())
        && !passes(inside.rest(), sums.get(inside.whole()).asked())
        && hide(Stream.of(inside.whole(), inside.part()));
  }

  /** Finds which figures lie within which: that never changes, and most never do. */
  private List<Inside> insides() {
    List<Inside> found = new ArrayList<>();
    for (int whole = 0; whole < groups.size(); whole++) {
      BitSet outer = groups.get(whole);
      for (int part = 0; part < groups.size(); part++) {
        BitSet inner = groups.get(part);
        if (!inner.isEmpty() && inner.cardinality() < outer.cardinality() && lies(inner, outer)) {
          BitSet rest = (BitSet) outer.clone();
          rest.andNot(inner);
          found.add(new Inside(whole, part, rest));
        }
      }
    }
    return found;
  }

  private static boolean lies(BitSet inner, BitSet outer) {
    for (int group = inner.nextSetBit(0); group >= 0; group = inner.nextSetBit(group + 1)) {
      if (!outer.get(group)) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(BitSet some, PublicSum.Asked asked) {
    return passes.computeIfAbsent(
        List.of(some, asked), key -> groupings.pass(some, asked, thresholds));
  }

  /** Hides one figure for each hidden sum that can be computed too closely; returns whether any was hidden. */
  private boolean hideForLackOfRoom() {
    Room room = new Room(shown.stream().mapToObj(groups::get).toList(), groupings.amounts());
    BitSet changed = new BitSet();
    List<Integer> hidden = IntStream.range(0, amounts.length)
        .filter(sum -> !shown.get(sum) && !groups.get(sum).isEmpty())
        .boxed()
        .sorted(Comparator.comparingLong((Integer sum) -> Math.abs(amounts[sum]))
            .thenComparing(sum -> sum))
        .toList();
    for (int sum : hidden) {
      if (isTight(room, sum, changed)) {
        if (hideNeighbour(sum)) {
          changed.or(groups.get(sum));
        } else {
          settled.add(groups.get(sum));
        }
      }
    }
    return !changed.isEmpty();
  }

  /** Tells whether a sum can be computed too closely, unless something was hidden just now that may help it. */
  private boolean isTight(Room room, int sum, BitSet changed) {
    BitSet target = groups.get(sum);
    if (settled.contains(target) || target.intersects(changed)) {
      return false;
    }
    boolean isTight = !room.isWiderThan(neededRoom(sum), target);
    if (!isTight) {
      settled.add(target);
    }
    return isTight;
  }

  /**
   * Hides what gives a hidden figure away: the same sum elsewhere; else a spare figure that it lies in; else its smallest part where all parts are shown;
   * else the smallest neighbour in its row or column, or in the nearest row or column above; else the smallest figure
   * that shares rows with it; else the smallest of all, since equations can tie it to any.
   */
  private boolean hideNeighbour(int hidden) {
    BitSet target = groups.get(hidden);
    return hide(shown.stream().boxed().filter(sum -> groups.get(sum).equals(target)))
        || hideSpareAbove(hidden)
        || hidePartOf(hidden)
        || hideSibling(hidden)
        || hide(shown.stream().boxed().filter(sum -> groups.get(sum).intersects(target)))
        || hide(shown.stream().boxed());
  }

  /** Hides a larger figure that the hidden one lies in and that no table needs. */
  private boolean hideSpareAbove(int hidden) {
    return hide(familiesOf.get(hidden).stream().map(Family::whole).filter(whole -> sums.get(whole)
        .isSpare()));
  }

  private boolean hidePartOf(int hidden) {
    for (Family family : families) {
      if (family.whole() == hidden && family.parts().stream().allMatch(shown::get)) {
        return hide(family.parts().stream());
      }
    }
    return false;
  }

  private boolean hideSibling(int hidden) {
    List<Integer> level = List.of(hidden);
    Set<Integer> seen = new HashSet<>(level);
    while (!level.isEmpty()) {
      if (hide(level.stream().flatMap(this::siblings).filter(sum -> sum != hidden))) {
        return true;
      }
      level = level.stream()
          .flatMap(sum -> familiesOf.get(sum).stream())
          .map(Family::whole)
          .filter(seen::add)
          .toList();
    }
    return false;
  }

  private Stream<Integer> siblings(int sum) {
    return familiesOf.get(sum).stream().flatMap(family -> family.parts().stream());
  }

  /** Hides the smallest of some figures that can be hidden to some effect, a spare one first; returns whether there was one. */
  private boolean hide(Stream<Integer> some) {
    Optional<Integer> smallest = some.filter(this::canBeHidden)
        .min(Comparator.comparing((Integer sum) -> !sums.get(sum).isSpare())
            .thenComparing(sum -> Math.abs(amounts[sum]))
            .thenComparing(sum -> sum));
    smallest.ifPresent(shown::clear);
    return smallest.isPresent();
  }

  private boolean canBeHidden(int sum) {
    return shown.get(sum) && !told.get(sum) && !groups.get(sum).isEmpty();
  }
}
