package org.omloop.ledger.circulation.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A search for tables that satisfy the same equations and differ in a sum, by affine scaling (Dikin 1967): steps along
 * the equations that keep every unknown's sign.
 *
 * <p>Not thread-safe.
 */
final class RoomSearch {
  /** Steps in each direction; more cost time and find little. */
  private static final int STEPS = 3;

  /** A first step that finds less than this part of what is needed is the last. */
  private static final double PROMISING = 0.1;

  /** A step stops short of the border, where scaling has nothing left to scale. */
  private static final double SHORT_OF_BORDER = 0.9;

  /** Within so many minor units a table agrees with a published figure: far below any rounding. */
  private static final double AGREES_WITHIN = 0.05;

  /** A direction that changes the sum by less than this part of its length is taken for noise. */
  private static final double NOISE = 1e-9;

  /** A weight this close to 0 or 1 is of none or all of an unknown. */
  private static final double WHOLE = 1e-9;

  private final List<int[]> all;
  private final double[] truth;
  // owned by the first search: the equations that do not follow from others, scaled
  private Optional<ScaledEquations> atTruth = Optional.empty();
  private List<int[]> independent = List.of();

  /**
   * Starts without having searched.
   *
   * @param equations the unknowns that each adds up
   * @param truth by unknown its amount, minor units
   */
  RoomSearch(List<int[]> equations, double[] truth) {
    this.all = List.copyOf(equations);
    this.truth = truth.clone();
  }

  int size() {
    return truth.length;
  }

  /** Returns how far apart two tables are in a sum where all moves into it that can, and all out of it. */
  double exchanged(double[] weights) {
    double apart = 0;
    for (int unknown = 0; unknown < truth.length; unknown++) {
      boolean isPart = weights[unknown] > WHOLE && weights[unknown] < 1 - WHOLE;
      apart += isPart ? Math.abs(truth[unknown]) : 0;
    }
    return apart;
  }

  /**
   * Returns how far apart two tables were found in a sum.
   *
   * @param weights by unknown which part of it is in the sum
   * @param wanted what is enough, minor units
   */
  double width(double[] weights, double wanted) {
    double up = reach(weights, 1, wanted);
    return up > wanted ? up : up + reach(weights, -1, wanted - up);
  }

  private ScaledEquations atTruth() {
    if (atTruth.isEmpty()) {
      ScaledEquations scaled = new ScaledEquations(all, truth);
      independent = Arrays.stream(scaled.independent()).mapToObj(all::get).toList();
      atTruth = Optional.of(scaled);
    }
    return atTruth.get();
  }

  /** Returns how far above (sign 1) or below (sign −1) the truth a possible table was found. */
  private double reach(double[] weights, int sign, double wanted) {
    double[] table = truth.clone();
    ScaledEquations scaled = atTruth();
    double reached = 0;
    for (int step = 0; step < STEPS && reached <= wanted; step++) {
      double[] direction = scaled.along(weights, table, sign);
      double gain = gain(direction, table, weights, sign);
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
        scaled = new ScaledEquations(independent, table);
      }
    }
    return reached;
  }

  /** Returns how much the sum changes along a direction of relative changes. */
  private static double gain(double[] direction, double[] table, double[] weights, int sign) {
    return IntStream.range(0, table.length)
        .mapToDouble(unknown -> sign * weights[unknown] * direction[unknown] * table[unknown])
        .sum();
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
    for (int[] equation : all) {
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
