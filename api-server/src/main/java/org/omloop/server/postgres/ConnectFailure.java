package org.omloop.server.postgres;

import java.sql.SQLException;
import java.util.Map;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/**
 * Says in one line why a database cannot be entered. Source of the codes: PostgreSQL, Appendix A, "PostgreSQL Error
 * Codes". A failure in a migration is told apart by {@link Migrations}.
 */
final class ConnectFailure {
  static final String WRONG_PASSWORD = "28P01";
  static final String NOT_LET_IN = "28000";
  static final String NO_RIGHT = "42501";

  private static final Map<String, String> REASONS = Map.of(
      WRONG_PASSWORD,
      "does not accept this user and password; check OMLOOP_DATABASE_URL",
      NOT_LET_IN,
      "does not let this user in from here; add a line for it to pg_hba.conf",
      "3D000",
      "has no such database; create it, or check OMLOOP_DATABASE_URL",
      "08001",
      "does not answer; start PostgreSQL there, or check host and port",
      "08004",
      "refuses the connection; check sslmode",
      "08006",
      "does not answer as PostgreSQL does; check host, port and sslmode",
      "53300",
      "has no connection free; raise max_connections",
      "57P03",
      "is starting up or shutting down; try again in a moment",
      NO_RIGHT,
      "denies this user a right it needs; make it the database's owner");

  private ConnectFailure() {}

  static DatabaseUnavailable explain(DatabaseAddress address, SQLException failure) {
    String reason =
        REASONS.getOrDefault(String.valueOf(failure.getSQLState()), "fails: " + firstLine(failure));
    return new DatabaseUnavailable("database " + address.place() + " " + reason, failure);
  }

  static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }
}
