package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a hidden amount may lie from the truth without contradicting what is published: between two tables that are
 * both possible. Groups are unknowns of a known sign, each published figure is an equation, and rounding is taken as no
 * protection. What no figure tells apart can be exchanged at once; beyond that the search is affine scaling (Dikin 1967): steps along the equations that stay above zero. It can miss
 * room and never invents it, as every table it finds is checked; what it misses is hidden for nothing
 * (docs/adr/0035).
 *
 * <p>Immutable.
 */
final class Room {
  /** Steps in each direction; more cost time and find little. */
  private static final int STEPS = 3;

  /** A first step that finds less than this part of what is needed is the last. */
  private static final double PROMISING = 0.1;

  /** A step stops short of the border, where scaling has nothing left to scale. */
  private static final double SHORT_OF_BORDER = 0.9;

  /** Within so many minor units a table agrees with a published figure: far below any rounding. */
  private static final double AGREES_WITHIN = 0.5;

  /** A direction that changes the sum by less than this part of its length is taken for noise. */
  private static final double NOISE = 1e-9;

  private final int[] unknowns;
  private final double[] truth;
  private final int[] alike;
  private final List<int[]> equations;
  private final ScaledEquations atTruth;

  /**
   * Sees what is published.
   *
   * @param published the groups of each shown figure
   * @param amounts by group, minor units; below zero for what lessens a figure
   */
  Room(Collection<BitSet> published, long[] amounts) {
    BitSet known = new BitSet();
    published.stream().filter(figure -> figure.cardinality() == 1).forEach(known::or);
    BitSet unknown = new BitSet();
    unknown.set(0, amounts.length);
    unknown.andNot(known);
    this.unknowns = unknown.stream().toArray();
    this.truth = Arrays.stream(unknowns).mapToDouble(group -> amounts[group]).toArray();
    Set<BitSet> distinct = new LinkedHashSet<>();
    for (BitSet figure : published) {
      BitSet rest = (BitSet) figure.clone();
      rest.andNot(known);
      if (!rest.isEmpty()) {
        distinct.add(rest);
      }
    }
    List<int[]> all = distinct.stream().map(this::positions).toList();
    this.alike = alike(all);
    ScaledEquations scaled = new ScaledEquations(all, truth);
    this.equations = Arrays.stream(scaled.independent()).mapToObj(all::get).toList();
    this.atTruth = scaled;
  }

  /** Tells whether a sum of groups can be had with two values that lie more than some room apart, minor units. */
  boolean isWiderThan(double room, BitSet sum) {
    int[] target = positions(sum);
    if (exchanged(target) > room) {
      return true;
    }
    double up = reach(target, 1, room);
    return up > room || up + reach(target, -1, room - up) > room;
  }

  /** Numbers unknowns by the equations that they are in and by sign: what moves between two alike changes no figure. */
  private int[] alike(List<int[]> all) {
    List<BitSet> in = new ArrayList<>();
    for (double amount : truth) {
      BitSet first = new BitSet();
      first.set(0, amount < 0);
      in.add(first);
    }
    for (int number = 0; number < all.size(); number++) {
      for (int unknown : all.get(number)) {
        in.get(unknown).set(number + 1);
      }
    }
    Map<BitSet, Integer> numbers = new HashMap<>();
    return in.stream()
        .mapToInt(each -> numbers.computeIfAbsent(each, key -> numbers.size()))
        .toArray();
  }

  /** Returns how far apart two tables are in a sum where all moves into it that can, and all out of it. */
  private double exchanged(int[] target) {
    double[] inside = new double[truth.length];
    double[] outside = new double[truth.length];
    for (int unknown = 0; unknown < truth.length; unknown++) {
      outside[alike[unknown]] += Math.abs(truth[unknown]);
    }
    for (int unknown : target) {
      inside[alike[unknown]] += Math.abs(truth[unknown]);
      outside[alike[unknown]] -= Math.abs(truth[unknown]);
    }
    double apart = 0;
    for (int number = 0; number < truth.length; number++) {
      apart += inside[number] > 0 && outside[number] > 0 ? inside[number] + outside[number] : 0;
    }
    return apart;
  }

  private int[] positions(BitSet groups) {
    return groups.stream()
        .map(group -> Arrays.binarySearch(unknowns, group))
        .filter(position -> position >= 0)
        .toArray();
  }

  /** Returns how far above (sign 1) or below (sign −1) the truth a possible table was found. */
  private double reach(int[] target, int sign, double wanted) {
    double[] table = truth.clone();
    ScaledEquations scaled = atTruth;
    double reached = 0;
    for (int step = 0; step < STEPS && reached <= wanted; step++) {
      double[] direction = scaled.along(target, table, sign);
      double gain = gain(direction, table, target, sign);
      double length = stepLength(direction);
      if (gain <= NOISE) {
        break;
      }
      if (length == Double.POSITIVE_INFINITY) {
        return Double.POSITIVE_INFINITY;
      }
      for (int unknown = 0; unknown < table.length; unknown++) {
        table[unknown] += SHORT_OF_BORDER * length * table[unknown] * direction[unknown];
      }
      if (!isPossible(table)) {
        break;
      }
      reached += SHORT_OF_BORDER * length * gain;
      if (reached < PROMISING * wanted) {
        break;
      }
      if (reached <= wanted && step + 1 < STEPS) {
        scaled = new ScaledEquations(equations, table);
      }
    }
    return reached;
  }

  /** Returns how much the target changes along a direction of relative changes. */
  private static double gain(double[] direction, double[] table, int[] target, int sign) {
    double gain = 0;
    for (int unknown : target) {
      gain += sign * direction[unknown] * table[unknown];
    }
    return gain;
  }

  private static double stepLength(double[] direction) {
    double steepest = Arrays.stream(direction).min().orElse(0);
    return steepest < -NOISE ? -1 / steepest : Double.POSITIVE_INFINITY;
  }

  private boolean isPossible(double[] table) {
    for (int unknown = 0; unknown < table.length; unknown++) {
      if (table[unknown] * truth[unknown] < 0) {
        return false;
      }
    }
    for (int[] equation : equations) {
      double apart = 0;
      for (int unknown : equation) {
        apart += table[unknown] - truth[unknown];
      }
      if (Math.abs(apart) > AGREES_WITHIN) {
        return false;
      }
    }
    return true;
  }
}
