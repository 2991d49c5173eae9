package org.omloop.server.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.postgresql.PGConnection;

/**
 * Sees to it that the roles exist and can be entered with their passwords. What roles may do is not decided here but in
 * {@code db/migration/afterMigrate.sql}.
 *
 * @param connection the owner's
 * @param isEmbedded whether the server is ours alone; on any other a role that exists may serve another omloop, so its
 *     password is not ours to change
 */
record Roles(DatabaseAddress owner, Connection connection, boolean isEmbedded) {
  private static final Set<String> NOT_ENTERED =
      Set.of(ConnectFailure.WRONG_PASSWORD, ConnectFailure.NOT_LET_IN);

  /** Makes the role if need be; {@code entry} is the database as that role. */
  void provide(DatabaseRole role, DatabaseAddress entry) {
    if (canEnter(entry)) {
      return;
    }
    try {
      boolean exists = exists(role);
      if (exists && !isEmbedded) {
        throw new DatabaseUnavailable("database role " + role.roleName()
            + " has another password than the one in the data folder; set " + role.variable());
      }
      if (!exists) {
        create(role);
      }
      setPassword(role, entry);
    } catch (SQLException e) {
      throw failure(role, e);
    }
    enter(entry);
  }

  /** Enters and leaves again: pg_hba.conf may still keep a new role out. */
  private static void enter(DatabaseAddress entry) {
    try {
      JdbcConnection.source(entry).getConnection().close();
    } catch (SQLException e) {
      throw ConnectFailure.explain(entry, e);
    }
  }

  private static boolean canEnter(DatabaseAddress entry) {
    try {
      JdbcConnection.source(entry).getConnection().close();
      return true;
    } catch (SQLException e) {
      if (NOT_ENTERED.contains(String.valueOf(e.getSQLState()))) {
        return false;
      }
      throw ConnectFailure.explain(entry, e);
    }
  }

  private boolean exists(DatabaseRole role) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?")) {
      query.setString(1, role.roleName());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void create(DatabaseRole role) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + role.roleName() + " LOGIN");
    }
  }

  /** The driver sends the password hashed, so that the server's log cannot hold it. */
  private void setPassword(DatabaseRole role, DatabaseAddress entry) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(
            role.roleName(), entry.password().reveal().toCharArray(), "scram-sha-256");
  }

  private DatabaseUnavailable failure(DatabaseRole role, SQLException e) {
    if (ConnectFailure.NO_RIGHT.equals(e.getSQLState())) {
      return new DatabaseUnavailable(
          "user " + owner.user() + " may not create roles; let an administrator run"
              + " \"CREATE ROLE " + role.roleName() + " LOGIN PASSWORD '...'\" and set "
              + role.variable(),
          e);
    }
    return ConnectFailure.explain(owner, e);
  }
}
