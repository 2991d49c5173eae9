package org.omloop.ledger.circulation.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.omloop.ledger.circulation.number.PairSums;

/**
 * Lines of a report about lots, as columns: a place (a row or an account), a cohort, hops, a kind, an amount. There may
 * be tens of millions, so they become objects one by one when somebody reads them.
 *
 * <p>Not thread-safe while lines are added.
 */
final class LotColumns {
  private static final int KIND_BITS = 2;

  // owned by whoever adds; sums are the lines of the place that comes next, equal ones added up
  private final PairSums sums = new PairSums();
  private int[] places = new int[16];
  private int[] cohorts = new int[16];
  private int[] codes = new int[16];
  private long[] amounts = new long[16];
  private int size;

  /** Adds an amount to the lines of the place that comes next. */
  void add(int cohort, int hops, int kind, long amount) {
    sums.add(cohort, hops << KIND_BITS | kind, amount);
  }

  /** Closes the lines of a place, in the order in which each first appeared. */
  void close(int place) {
    sums.forEach((cohort, code, amount) -> {
      if (size == places.length) {
        grow();
      }
      places[size] = place;
      cohorts[size] = cohort;
      codes[size] = code;
      amounts[size++] = amount;
    });
    sums.clear();
  }

  int size() {
    return size;
  }

  int place(int line) {
    return places[line];
  }

  int cohort(int line) {
    return cohorts[line];
  }

  int hops(int line) {
    return codes[line] >> KIND_BITS;
  }

  int kind(int line) {
    return codes[line] & (1 << KIND_BITS) - 1;
  }

  long amount(int line) {
    return amounts[line];
  }

  /** Returns a list that makes each line when it is asked for. */
  <T> List<T> lines(IntFunction<T> line) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return line.apply(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private void grow() {
    int capacity = Math.addExact(size, size >> 1);
    places = Arrays.copyOf(places, capacity);
    cohorts = Arrays.copyOf(cohorts, capacity);
    codes = Arrays.copyOf(codes, capacity);
    amounts = Arrays.copyOf(amounts, capacity);
  }
}
