package org.omloop.ledger.circulation.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of weeks, within one cohort each, in which money came in; numbered from 0 in order of time.
 *
 * <p>Not thread-safe.
 */
final class InflowPeriods {
  /** A week in milliseconds; weeks are counted from the ledger's time zero. */
  static final long WEEK = 7L * 86_400_000;

  private static final long DAY = 86_400_000;

  private final CohortCalendar calendar;
  // owned by the tracing; one entry a period
  private final List<String> cohorts = new ArrayList<>();
  private final List<Long> weekStarts = new ArrayList<>();
  private long lastDay = Long.MIN_VALUE;

  InflowPeriods(CohortCalendar calendar) {
    this.calendar = calendar;
  }

  /** Returns the period of an inflow; times never decrease. */
  int at(long time) {
    int last = cohorts.size() - 1;
    // Weeks and cohorts begin with a day in UTC.
    long day = Math.floorDiv(time, DAY);
    if (day == lastDay) {
      return last;
    }
    lastDay = day;
    long weekStart = Math.floorDiv(time, WEEK) * WEEK;
    String cohort = calendar.name(time);
    boolean isSame =
        last >= 0 && weekStarts.get(last) == weekStart && cohorts.get(last).equals(cohort);
    if (isSame) {
      return last;
    }
    cohorts.add(cohort);
    weekStarts.add(weekStart);
    return last + 1;
  }

  /** Returns the name of a period's cohort. */
  String cohort(int period) {
    return cohorts.get(period);
  }

  /** Returns when a period's week began, in milliseconds. */
  long weekStart(int period) {
    return weekStarts.get(period);
  }
}
