package org.omloop.server.postgres.yardstick;

import java.sql.Connection;
import java.sql.SQLException;

/** One client with a connection of its own, which does the same thing again and again. Confined to its thread. */
public final class SqlClient implements Runnable, AutoCloseable {
  /** One step on a connection. */
  interface Step {
    void run() throws SQLException;
  }

  /** Prepares what is run on a connection. */
  interface Preparation {
    Step on(Connection connection) throws SQLException;
  }

  private final Connection connection;
  private final Step step;

  SqlClient(Connection connection, Preparation preparation) {
    this.connection = connection;
    try {
      this.step = preparation.on(connection);
    } catch (SQLException e) {
      throw Yardstick.unavailable(e);
    }
  }

  /** Does it once, in a transaction of its own. */
  @Override
  public void run() {
    try {
      step.run();
    } catch (SQLException e) {
      throw Yardstick.unavailable(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Yardstick.unavailable(e);
    }
  }
}
