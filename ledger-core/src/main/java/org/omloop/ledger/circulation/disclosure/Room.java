package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a hidden amount may lie from the truth without contradicting what is published: between two tables that are
 * both possible. Groups are unknowns of a known sign, each published figure is an equation, and rounding is taken as no
 * protection. What no figure tells apart can be exchanged at once, and counts as one unknown from there on; equations
 * that share no unknown are searched apart. It can miss room and never invents it, as every table that the search finds
 * is checked; what it misses is hidden for nothing (docs/adr/0035).
 *
 * <p>Not thread-safe.
 */
final class Room {
  /** What no figure tells apart: groups of one sign in the same equations. */
  private static final class Alike {
    private final int component;
    private final int position;
    private double amount;

    private Alike(int component, int position) {
      this.component = component;
      this.position = position;
    }
  }

  private final long[] amounts;
  private final BitSet known;
  private final Map<Integer, Alike> alike = new HashMap<>();
  private final List<RoomSearch> components = new ArrayList<>();

  /**
   * Sees what is published.
   *
   * @param published the groups of each shown figure
   * @param amounts by group, minor units; below zero for what lessens a figure
   */
  Room(Collection<BitSet> published, long[] amounts) {
    Presolve presolve = new Presolve(published);
    this.amounts = amounts.clone();
    this.known = presolve.known();
    List<BitSet> sums = presolve.sums();
    int[] componentOf = components(sums);
    int count = 0;
    for (int component : componentOf) {
      count = Math.max(count, component + 1);
    }
    List<List<Alike>> members = new ArrayList<>();
    List<List<int[]>> equations = new ArrayList<>();
    for (int component = 0; component < count; component++) {
      members.add(new ArrayList<>());
      equations.add(new ArrayList<>());
    }
    gather(sums, componentOf, members);
    for (int number = 0; number < sums.size(); number++) {
      equations
          .get(componentOf[number])
          .add(sums.get(number).stream()
              .map(group -> of(group).position)
              .distinct()
              .toArray());
    }
    for (int component = 0; component < count; component++) {
      double[] truth =
          members.get(component).stream().mapToDouble(each -> each.amount).toArray();
      components.add(new RoomSearch(equations.get(component), truth));
    }
  }

  /** Numbers equations so that those that share an unknown, directly or through others, have one number. */
  private static int[] components(List<BitSet> sums) {
    int[] componentOf = new int[sums.size()];
    Arrays.fill(componentOf, -1);
    int count = 0;
    for (int first = 0; first < sums.size(); first++) {
      if (componentOf[first] >= 0) {
        continue;
      }
      BitSet reached = (BitSet) sums.get(first).clone();
      componentOf[first] = count;
      boolean isGrowing = true;
      while (isGrowing) {
        isGrowing = false;
        for (int other = first + 1; other < sums.size(); other++) {
          if (componentOf[other] < 0 && sums.get(other).intersects(reached)) {
            reached.or(sums.get(other));
            componentOf[other] = count;
            isGrowing = true;
          }
        }
      }
      count++;
    }
    return componentOf;
  }

  private void gather(List<BitSet> sums, int[] componentOf, List<List<Alike>> members) {
    BitSet[] in = new BitSet[amounts.length];
    for (int number = 0; number < sums.size(); number++) {
      for (int group : sums.get(number).stream().toArray()) {
        in[group] = in[group] == null ? new BitSet() : in[group];
        in[group].set(number + 1);
      }
    }
    Map<BitSet, Alike> byEquations = new HashMap<>();
    for (int group = 0; group < amounts.length; group++) {
      if (in[group] != null) {
        List<Alike> all = members.get(componentOf[in[group].nextSetBit(1) - 1]);
        int component = componentOf[in[group].nextSetBit(1) - 1];
        in[group].set(0, amounts[group] < 0);
        Alike one = byEquations.computeIfAbsent(in[group], each -> {
          Alike made = new Alike(component, all.size());
          all.add(made);
          return made;
        });
        one.amount += amounts[group];
        alike.put(group, one);
      }
    }
  }

  private Alike of(int group) {
    Alike found = alike.get(group);
    if (found == null) {
      throw new IllegalStateException("group " + group + " is in no equation");
    }
    return found;
  }

  /** Tells whether a sum of groups can be had with two values that lie more than some room apart, minor units. */
  boolean isWiderThan(double room, BitSet sum) {
    Map<Integer, double[]> targets = new HashMap<>();
    for (int group : sum.stream().toArray()) {
      Alike one = alike.get(group);
      if (one == null && !known.get(group) && amounts[group] != 0) {
        return true; // nothing is published of it
      }
      if (one != null && amounts[group] != 0) {
        targets
                .computeIfAbsent(
                    one.component, each -> new double[components.get(each).size()])[one.position] +=
            amounts[group] / one.amount;
      }
    }
    List<Integer> order = targets.keySet().stream().sorted().toList();
    double exchanged = 0;
    for (int component : order) {
      exchanged += components.get(component).exchanged(weights(targets, component));
    }
    double found = 0;
    for (int component : order) {
      if (exchanged > room || found > room) {
        return true;
      }
      found += components.get(component).width(weights(targets, component), room - found);
    }
    return exchanged > room || found > room;
  }

  private static double[] weights(Map<Integer, double[]> targets, int component) {
    double[] weights = targets.get(component);
    if (weights == null) {
      throw new IllegalStateException("no target in component " + component);
    }
    return weights;
  }
}
