package org.omloop.ledger.circulation.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * The parts of weeks, within one cohort each, in which money came in; numbered from 0 by their first inflow.
 *
 * <p>Not thread-safe.
 */
final class InflowPeriods {
  /** A week in milliseconds; weeks are counted from the ledger's time zero. */
  static final long WEEK = 7L * 86_400_000;

  private final Rows rows;
  private final IntFunction<String> cohortOf;
  // owned by the tracing; one entry a period, and the periods of the last week by cohort
  private final List<String> cohorts = new ArrayList<>();
  private long[] weekStarts = new long[64];
  private int[] firstRows = new int[64];
  private final Map<String, Integer> ofWeek = new HashMap<>();

  /**
   * Starts before the first inflow.
   *
   * @param cohortOf the name of the cohort of money that came in by a row
   */
  InflowPeriods(Rows rows, IntFunction<String> cohortOf) {
    this.rows = rows;
    this.cohortOf = cohortOf;
  }

  /** Returns the period of an inflow; times never decrease. */
  int at(int row) {
    long weekStart = Math.floorDiv(rows.time(row), WEEK) * WEEK;
    boolean isNewWeek = cohorts.isEmpty() || weekStarts[cohorts.size() - 1] != weekStart;
    if (isNewWeek) {
      ofWeek.clear();
    }
    return ofWeek.computeIfAbsent(cohortOf.apply(row), cohort -> add(cohort, weekStart, row));
  }

  private int add(String cohort, long weekStart, int row) {
    int period = cohorts.size();
    if (period == firstRows.length) {
      weekStarts = Arrays.copyOf(weekStarts, period * 2);
      firstRows = Arrays.copyOf(firstRows, period * 2);
    }
    cohorts.add(cohort);
    weekStarts[period] = weekStart;
    firstRows[period] = row;
    return period;
  }

  /** Returns the name of a period's cohort. */
  String cohort(int period) {
    return cohorts.get(period);
  }

  /** Returns when a period's week began, in milliseconds. */
  long weekStart(int period) {
    return weekStarts[period];
  }

  /** Returns the first row by which money of a period came in. */
  int firstRow(int period) {
    return firstRows[period];
  }
}
