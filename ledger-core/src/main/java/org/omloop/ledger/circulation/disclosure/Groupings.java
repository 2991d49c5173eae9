package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows gathered into what no table can tell apart: those that are in the same figures. Groups are numbered in order of
 * their first rows; they are the unknowns of an attacker's equations.
 *
 * <p>Not thread-safe.
 */
final class Groupings {
  /** What the rows of one group add up to, in all and by unit; money given back is taken off. */
  private static final class Group {
    private final Map<Integer, Long> payers = new HashMap<>();
    private final Map<Integer, Long> payees = new HashMap<>();
    private long amount;
  }

  // owned by whoever adds rows; then unchanged
  private final Map<BitSet, Integer> numbers = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();

  void add(BitSet in, int payer, int payee, long amount) {
    if (in.isEmpty()) {
      return;
    }
    Integer known = numbers.get(in);
    if (known == null) {
      known = groups.size();
      numbers.put((BitSet) in.clone(), known);
      groups.add(new Group());
    }
    Group group = groups.get(known);
    group.amount = Math.addExact(group.amount, amount);
    group.payers.merge(payer, amount, Math::addExact);
    group.payees.merge(payee, amount, Math::addExact);
  }

  /** Returns by figure the groups that it is the sum of. */
  List<BitSet> byFigure(int figures) {
    List<BitSet> found = new ArrayList<>();
    for (int figure = 0; figure < figures; figure++) {
      found.add(new BitSet());
    }
    numbers.forEach(
        (in, group) -> in.stream().forEach(figure -> found.get(figure).set(group)));
    return found;
  }

  /** Returns by group its amount, minor units; below zero where more was given back than paid. */
  long[] amounts() {
    return groups.stream().mapToLong(group -> group.amount).toArray();
  }

  long amount(BitSet some) {
    return some.stream().mapToLong(group -> groups.get(group).amount).reduce(0, Math::addExact);
  }

  /** Tells whether some groups together may be shown (rule 3). */
  boolean pass(BitSet some, PublicSum.Asked asked, Thresholds thresholds) {
    return (!asked.asksPayers() || passes(some, true, thresholds))
        && (!asked.asksPayees() || passes(some, false, thresholds));
  }

  private boolean passes(BitSet some, boolean byPayer, Thresholds thresholds) {
    Map<Integer, Long> units = new HashMap<>();
    some.stream().mapToObj(groups::get).forEach(group -> (byPayer ? group.payers : group.payees)
        .forEach((unit, amount) -> units.merge(unit, amount, Math::addExact)));
    // Whoever got more back than they paid is as much of the figure as if they had paid it.
    List<Long> sizes =
        units.values().stream().filter(amount -> amount != 0).map(Math::abs).toList();
    return thresholds.pass(sizes);
  }
}
