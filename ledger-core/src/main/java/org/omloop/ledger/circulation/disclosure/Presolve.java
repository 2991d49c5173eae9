package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Published sums brought to as few and as small ones as say the same: what a sum shares with one that lies within it is
 * taken off, twice the same counts once, and an unknown that is told is known.
 *
 * <p>Immutable as long as nobody changes a set it gave out.
 */
final class Presolve {
  private final BitSet known = new BitSet();
  private final List<BitSet> sums;

  Presolve(Collection<BitSet> published) {
    List<BitSet> left = new ArrayList<>();
    published.forEach(sum -> left.add((BitSet) sum.clone()));
    boolean isChanged = true;
    while (isChanged) {
      isChanged = takeOffKnown(left);
      isChanged |= takeOffParts(left);
    }
    this.sums = List.copyOf(left);
  }

  private boolean takeOffKnown(List<BitSet> left) {
    int before = known.cardinality();
    left.stream().filter(sum -> sum.cardinality() == 1).forEach(known::or);
    left.forEach(sum -> sum.andNot(known));
    Set<BitSet> distinct = new LinkedHashSet<>(left);
    distinct.remove(new BitSet());
    left.clear();
    left.addAll(distinct);
    return known.cardinality() > before;
  }

  /** Takes the largest sum that lies within another off it; returns whether there was any. */
  private static boolean takeOffParts(List<BitSet> left) {
    left.sort(Comparator.comparingInt(BitSet::cardinality));
    boolean isChanged = false;
    for (int whole = left.size() - 1; whole > 0; whole--) {
      BitSet rest = left.get(whole);
      for (int part = whole - 1; part >= 0; part--) {
        BitSet inner = left.get(part);
        if (!inner.isEmpty() && inner.cardinality() < rest.cardinality() && contains(rest, inner)) {
          rest.andNot(inner);
          isChanged = true;
        }
      }
    }
    return isChanged;
  }

  private static boolean contains(BitSet outer, BitSet inner) {
    for (int each = inner.nextSetBit(0); each >= 0; each = inner.nextSetBit(each + 1)) {
      if (!outer.get(each)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the unknowns that are told one by one; not to be changed. */
  BitSet known() {
    return known;
  }

  /** Returns the sums that are left, each of two or more unknowns that are not known; not to be changed. */
  List<BitSet> sums() {
    return sums;
  }
}
