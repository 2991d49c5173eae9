package org.omloop.server.statements;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A span of whole days in UTC, first and last included. */
public record StatementPeriod(LocalDate from, LocalDate until) {
  private static final long MICROS_PER_SECOND = 1_000_000;

  public StatementPeriod {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(until + " is before " + from);
    }
  }

  /** Returns the beginning, in unix microseconds. */
  public long fromMicros() {
    return micros(from);
  }

  /** Returns the first moment after the end, in unix microseconds. */
  public long untilMicros() {
    return micros(until.plusDays(1));
  }

  /** Returns the calendar months it touches, cut to what lies inside. */
  public List<StatementPeriod> months() {
    List<StatementPeriod> months = new ArrayList<>();
    for (LocalDate first = from;
        !first.isAfter(until);
        first = first.withDayOfMonth(1).plusMonths(1)) {
      LocalDate last = first.withDayOfMonth(first.lengthOfMonth());
      months.add(new StatementPeriod(first, last.isAfter(until) ? until : last));
    }
    return months;
  }

  /** Tells whether it is exactly one month of the calendar. */
  boolean isMonth() {
    return from.getDayOfMonth() == 1 && until.equals(from.plusMonths(1).minusDays(1));
  }

  private static long micros(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * MICROS_PER_SECOND;
  }
}
