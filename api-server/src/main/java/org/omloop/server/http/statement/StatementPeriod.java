package org.omloop.server.http.statement;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** A span of whole days in UTC, first and last included. */
record StatementPeriod(LocalDate from, LocalDate until) {
  private static final long MOST_DAYS = 366;

  /** Reads {@code from} and {@code until}; throws a {@link Problem} when they make no period. */
  static StatementPeriod asked(Parameters parameters) {
    StatementPeriod period = new StatementPeriod(parameters.date("from"), parameters.date("until"));
    long days = ChronoUnit.DAYS.between(period.from, period.until) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inQuery(
              "until", "period", "must be from 0 to " + (MOST_DAYS - 1) + " days after from"));
    }
    return period;
  }

  /** Returns the beginning, in unix microseconds. */
  long fromMicros() {
    return micros(from);
  }

  /** Returns the first moment after the end, in unix microseconds. */
  long untilMicros() {
    return micros(until.plusDays(1));
  }

  /** Returns the calendar months it touches, cut to what lies inside. */
  List<StatementPeriod> months() {
    List<StatementPeriod> months = new ArrayList<>();
    for (LocalDate first = from;
        !first.isAfter(until);
        first = first.withDayOfMonth(1).plusMonths(1)) {
      LocalDate last = first.withDayOfMonth(first.lengthOfMonth());
      months.add(new StatementPeriod(first, last.isAfter(until) ? until : last));
    }
    return months;
  }

  private static long micros(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000;
  }
}
