package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which sums follow from published sums by adding and subtracting them, by Gaussian elimination modulo a
 * large prime. It knows which leaves are zero, which the public does not. Unknowns that are in the same published sums
 * are one column: a sum of only some of them follows from nothing.
 */
final class EliminationAttacker {
  private static final long PRIME = (1L << 31) - 1;

  private final int unknowns;
  private final List<BitSet> published = new ArrayList<>();
  // made when first asked
  private final int[] columnOf;
  private int columns = -1;
  private final List<long[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  EliminationAttacker(int unknowns) {
    this.unknowns = unknowns;
    this.columnOf = new int[unknowns];
  }

  /** Takes in a published sum by its unknowns. */
  void knows(BitSet sum) {
    if (columns >= 0) {
      throw new IllegalStateException("it has been asked already");
    }
    published.add(sum);
  }

  /** Tells whether a sum follows from what is known. */
  boolean computes(BitSet sum) {
    if (columns < 0) {
      eliminate();
    }
    long[] rest = new long[columns];
    int[] missing = new int[columns];
    for (int unknown = 0; unknown < unknowns; unknown++) {
      int column = columnOf[unknown];
      rest[column] |= sum.get(unknown) ? 1 : 0;
      missing[column] |= sum.get(unknown) ? 0 : 1;
    }
    for (int column = 0; column < columns; column++) {
      if (rest[column] == 1 && missing[column] == 1) {
        return false;
      }
    }
    reduce(rest);
    for (long each : rest) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private void eliminate() {
    List<BitSet> in = new ArrayList<>();
    for (int unknown = 0; unknown < unknowns; unknown++) {
      in.add(new BitSet());
    }
    for (int number = 0; number < published.size(); number++) {
      for (int unknown : published.get(number).stream().toArray()) {
        in.get(unknown).set(number);
      }
    }
    Map<BitSet, Integer> numbers = new HashMap<>();
    for (int unknown = 0; unknown < unknowns; unknown++) {
      columnOf[unknown] = numbers.computeIfAbsent(in.get(unknown), each -> numbers.size());
    }
    columns = numbers.size();
    for (BitSet sum : published) {
      long[] row = new long[columns];
      sum.stream().forEach(unknown -> row[columnOf[unknown]] = 1);
      add(row);
    }
  }

  private void add(long[] row) {
    reduce(row);
    for (int column = 0; column < columns; column++) {
      if (row[column] != 0) {
        long inverse = power(row[column], PRIME - 2);
        for (int index = 0; index < columns; index++) {
          row[index] = row[index] * inverse % PRIME;
        }
        rows.add(row);
        pivots.add(column);
        return;
      }
    }
  }

  private void reduce(long[] rest) {
    for (int row = 0; row < rows.size(); row++) {
      long factor = rest[pivots.get(row)];
      if (factor != 0) {
        long[] known = rows.get(row);
        for (int index = 0; index < columns; index++) {
          rest[index] = (rest[index] + (PRIME - factor) * known[index]) % PRIME;
        }
      }
    }
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
