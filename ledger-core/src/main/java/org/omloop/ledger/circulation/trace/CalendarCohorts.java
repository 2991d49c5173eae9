package org.omloop.ledger.circulation.trace;

import java.util.function.IntFunction;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Names the cohort of an inflow by a calendar; as cohorts begin with a day in UTC, once for each day.
 *
 * <p>Not thread-safe.
 */
final class CalendarCohorts implements IntFunction<String> {
  private static final long DAY = 86_400_000;

  private final Rows rows;
  private final CohortCalendar calendar;
  // owned by the tracing
  private long lastDay = Long.MIN_VALUE;
  private String lastName = "";

  CalendarCohorts(Rows rows, CohortCalendar calendar) {
    this.rows = rows;
    this.calendar = calendar;
  }

  @Override
  public String apply(int row) {
    long day = Math.floorDiv(rows.time(row), DAY);
    if (day != lastDay) {
      lastDay = day;
      lastName = calendar.name(rows.time(row));
    }
    return lastName;
  }
}
