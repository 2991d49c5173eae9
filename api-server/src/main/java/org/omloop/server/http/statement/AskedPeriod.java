package org.omloop.server.http.statement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.statements.StatementPeriod;

/** The days a caller asks for. */
final class AskedPeriod {
  private static final long MOST_DAYS = 366;

  private AskedPeriod() {}

  /** Reads {@code from} and {@code until}; throws a {@link Problem} when they make no period. */
  static StatementPeriod of(Parameters parameters) {
    LocalDate from = parameters.date("from");
    LocalDate until = parameters.date("until");
    long days = ChronoUnit.DAYS.between(from, until) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inQuery(
              "until", "period", "must be from 0 to " + (MOST_DAYS - 1) + " days after from"));
    }
    return new StatementPeriod(from, until);
  }
}
