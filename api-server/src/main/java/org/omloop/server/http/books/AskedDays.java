package org.omloop.server.http.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.statements.StatementPeriod;

/** Which days of the books are asked for, in UTC. */
final class AskedDays {
  private AskedDays() {}

  /** Returns the period; without an end up to the last entry's day, without a beginning from that year's first day. */
  static StatementPeriod of(Parameters parameters, Directory directory) {
    LocalDate until = date("until", parameters).orElseGet(() -> lastDay(directory));
    LocalDate from = date("from", parameters).orElseGet(() -> until.withDayOfYear(1));
    if (until.isBefore(from)) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inQuery("until", "period", "must not be before from"));
    }
    return new StatementPeriod(from, until);
  }

  /** Returns one day; without one that of the last entry. */
  static StatementPeriod day(Parameters parameters, Directory directory) {
    LocalDate day = date("day", parameters).orElseGet(() -> lastDay(directory));
    return new StatementPeriod(day, day);
  }

  private static Optional<LocalDate> date(String name, Parameters parameters) {
    return parameters.optionalText(name).map(LocalDate::parse);
  }

  /** The day of the last entry. */
  static LocalDate lastDay(Directory directory) {
    return Instant.ofEpochSecond(directory.bookedAt() / 1_000_000)
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }
}
