package org.omloop.server.postgres.yardstick;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/** A schema of its own on the database, for as long as something is measured in it. */
record Yardstick(Database database, String schema) implements AutoCloseable {
  /** Makes the schema anew. */
  static Yardstick make(Database database, String schema, String tables) {
    Yardstick made = new Yardstick(database, schema);
    made.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    made.execute("CREATE SCHEMA " + schema);
    made.execute(tables);
    return made;
  }

  /** Opens a client that does what it prepares. */
  SqlClient client(SqlClient.Preparation preparation) {
    return new SqlClient(database.ownerConnection(), preparation);
  }

  /** Drops the schema. */
  @Override
  public void close() {
    execute("DROP SCHEMA " + schema + " CASCADE");
  }

  private void execute(String sql) {
    try (Connection connection = database.ownerConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  static DatabaseUnavailable unavailable(SQLException e) {
    return new DatabaseUnavailable("the yardstick failed: " + e.getMessage(), e);
  }
}
