package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out which sums follow from published sums by adding and subtracting them, by Gaussian elimination modulo a
 * large prime. It knows which leaves are zero, which the public does not.
 */
final class EliminationAttacker {
  private static final long PRIME = (1L << 31) - 1;

  private final List<long[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  /** Takes in a published sum: by unknown, how often it counts. */
  void knows(long[] sum) {
    long[] rest = reduce(sum);
    for (int unknown = 0; unknown < rest.length; unknown++) {
      if (rest[unknown] != 0) {
        long inverse = power(rest[unknown], PRIME - 2);
        for (int index = 0; index < rest.length; index++) {
          rest[index] = rest[index] * inverse % PRIME;
        }
        rows.add(rest);
        pivots.add(unknown);
        return;
      }
    }
  }

  /** Tells whether a sum follows from what is known. */
  boolean computes(long[] sum) {
    for (long each : reduce(sum)) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private long[] reduce(long[] sum) {
    long[] rest = sum.clone();
    for (int row = 0; row < rows.size(); row++) {
      long factor = rest[pivots.get(row)];
      if (factor != 0) {
        long[] known = rows.get(row);
        for (int index = 0; index < rest.length; index++) {
          rest[index] = Math.floorMod(rest[index] - factor * known[index] % PRIME, PRIME);
        }
      }
    }
    return rest;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long bits = exponent; bits > 0; bits >>= 1) {
      result = (bits & 1) == 1 ? result * square % PRIME : result;
      square = square * square % PRIME;
    }
    return result;
  }
}
