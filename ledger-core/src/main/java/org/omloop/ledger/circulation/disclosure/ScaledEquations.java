package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * The equations of a table in relative changes of its unknowns, as an orthonormal basis of what they forbid (modified
 * Gram–Schmidt, each vector twice).
 *
 * <p>Immutable.
 */
final class ScaledEquations {
  /** An equation of which less than this part is new follows from those before it. */
  private static final double FOLLOWS = 1e-7;

  private final List<double[]> basis = new ArrayList<>();
  private final List<Integer> independent = new ArrayList<>();

  /**
   * Scales equations.
   *
   * @param equations the unknowns that each adds up
   * @param table by unknown its amount, above zero
   */
  ScaledEquations(List<int[]> equations, double[] table) {
    for (int number = 0; number < equations.size(); number++) {
      double[] row = new double[table.length];
      for (int unknown : equations.get(number)) {
        row[unknown] = table[unknown];
      }
      normalise(row, norm(row));
      clear(row);
      double fresh = norm(row);
      if (fresh > FOLLOWS) {
        normalise(row, fresh);
        clear(row);
        normalise(row, norm(row));
        basis.add(row);
        independent.add(number);
      }
    }
  }

  /** Returns which equations do not follow from those before them. */
  int[] independent() {
    return independent.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Returns the relative changes, of length 1, that change a sum fastest and no equation; all zero where there are
   * none.
   *
   * @param weights by unknown which part of it is in the sum
   * @param sign 1 for more, −1 for less
   */
  double[] along(double[] weights, double[] table, int sign) {
    double[] direction = new double[table.length];
    for (int unknown = 0; unknown < table.length; unknown++) {
      direction[unknown] = sign * weights[unknown] * table[unknown];
    }
    double before = norm(direction);
    clear(direction);
    clear(direction);
    double after = norm(direction);
    if (after <= FOLLOWS * before) {
      return new double[table.length];
    }
    normalise(direction, after);
    return direction;
  }

  private void clear(double[] vector) {
    for (double[] forbidden : basis) {
      double product = 0;
      for (int index = 0; index < vector.length; index++) {
        product += forbidden[index] * vector[index];
      }
      if (product != 0) {
        for (int index = 0; index < vector.length; index++) {
          vector[index] -= product * forbidden[index];
        }
      }
    }
  }

  private static double norm(double[] vector) {
    double squares = 0;
    for (double each : vector) {
      squares += each * each;
    }
    return Math.sqrt(squares);
  }

  private static void normalise(double[] vector, double norm) {
    if (norm > 0) {
      for (int index = 0; index < vector.length; index++) {
        vector[index] /= norm;
      }
    }
  }
}
