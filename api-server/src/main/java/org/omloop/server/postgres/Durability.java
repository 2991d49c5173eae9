package org.omloop.server.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/** What the database must keep to for an answer to be more than a hope: a commit that is told is on the disk. */
final class Durability {
  /** By setting: the value with which PostgreSQL answers first and writes later. */
  private static final Map<String, String> WRITES_LATER =
      Map.of("fsync", "off", "synchronous_commit", "off");

  private Durability() {}

  /** Looks as the writer does, because a setting may be a role's own. */
  static void require(DatabaseAddress writer) {
    try (Connection connection = JdbcConnection.open(writer);
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> each : WRITES_LATER.entrySet()) {
        if (value(each.getKey(), statement).equals(each.getValue())) {
          throw new DatabaseUnavailable("database " + writer.place() + " has " + each.getKey() + "="
              + each.getValue() + " for " + writer.user() + ", so that a crash loses what was"
              + " answered; set it on");
        }
      }
    } catch (SQLException e) {
      throw ConnectFailure.explain(writer, e);
    }
  }

  private static String value(String setting, Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
