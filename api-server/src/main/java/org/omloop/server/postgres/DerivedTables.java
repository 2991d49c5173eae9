package org.omloop.server.postgres;

import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.omloop.server.journal.Group;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/**
 * The derived tables, made anew beside those that stand there. While this is open the journal's head is locked, so no
 * writer goes on; what is made lies in a schema of its own until {@link #replace}, and a crash before leaves all as it
 * was.
 *
 * <p>Confined to one thread; everything blocks.
 */
public final class DerivedTables implements AutoCloseable {
  private static final String SCRATCH = "omloop_rebuild";
  private static final List<String> TABLES =
      List.of("posting", "account", "account_key", "hash_tile");
  private static final int PAGE = 1_000;

  private final Connection guard;
  private final JournalStore fresh;

  /** Locks the head and makes the empty tables. */
  public DerivedTables(Vertx vertx, Database database) {
    this.guard = database.ownerConnection();
    this.fresh = JournalStore.in(SCRATCH, vertx, database);
    try {
      guard.setAutoCommit(false);
      execute("SELECT 1 FROM omloop.journal_head FOR UPDATE");
      makeScratch(database);
      await(fresh.replay(entry -> {}));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static void makeScratch(Database database) throws SQLException {
    try (Connection connection = database.ownerConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + SCRATCH + " CASCADE");
      statement.execute("CREATE SCHEMA " + SCRATCH);
      for (String table : all()) {
        statement.execute(
            "CREATE TABLE " + SCRATCH + "." + table + " (LIKE omloop." + table + " INCLUDING ALL)");
      }
      statement.execute(
          "INSERT INTO " + SCRATCH + ".journal_head (size, checkpoint) VALUES (0, '')");
    }
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(List.of("journal_head", "journal_entry"));
    all.addAll(TABLES);
    return all;
  }

  /** Returns how many entries the journal has. */
  public long size() {
    try (Statement statement = guard.createStatement();
        ResultSet row = statement.executeQuery("SELECT size FROM omloop.journal_head")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Returns the journal's next leaves from an index on; none at its end. */
  public List<byte[]> leaves(long from) {
    try (PreparedStatement statement = guard.prepareStatement(
        "SELECT leaf FROM omloop.journal_entry WHERE index >= ? ORDER BY index LIMIT " + PAGE)) {
      statement.setLong(1, from);
      try (ResultSet rows = statement.executeQuery()) {
        List<byte[]> leaves = new ArrayList<>(PAGE);
        while (rows.next()) {
          leaves.add(rows.getBytes(1));
        }
        return leaves;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Adds a group to the new tables, by the writer's own statement. */
  public void append(Group group) {
    await(fresh.append(group));
  }

  /** Compares every table, and the columns beside each leaf of the journal, with what has been made. */
  public List<TableDifference> compare() {
    List<TableDifference> differences = new ArrayList<>();
    differences.add(
        compare("journal_entry", "index, booked_at, order_id, refers_to, kind, reason"));
    TABLES.forEach(table -> differences.add(compare(table, "*")));
    return differences;
  }

  private TableDifference compare(String table, String columns) {
    String made = "SELECT " + columns + " FROM " + SCRATCH + "." + table;
    String found = "SELECT " + columns + " FROM omloop." + table;
    String query = "WITH missing AS (" + made + " EXCEPT ALL " + found + "), surplus AS (" + found
        + " EXCEPT ALL " + made + ") SELECT (SELECT count(*) FROM missing), (SELECT count(*) FROM"
        + " surplus), coalesce((SELECT surplus::text FROM surplus LIMIT 1),"
        + " (SELECT missing::text FROM missing LIMIT 1), '')";
    try (Statement statement = guard.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return new TableDifference(table, row.getLong(1), row.getLong(2), row.getString(3));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Puts what has been made in the place of what stood there, all of it or nothing. The journal itself stays. */
  public void replace() {
    try {
      for (String table : TABLES) {
        execute("TRUNCATE omloop." + table);
        execute("INSERT INTO omloop." + table + " SELECT * FROM " + SCRATCH + "." + table);
      }
      guard.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = guard.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void await(io.vertx.core.Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new DatabaseUnavailable(
          "the tables cannot be rebuilt: "
              + ConnectFailure.firstLine(e.getCause() == null ? e : e.getCause()),
          e);
    }
  }

  private static DatabaseUnavailable failed(SQLException e) {
    return new DatabaseUnavailable(
        "the tables cannot be rebuilt: " + ConnectFailure.firstLine(e), e);
  }

  /** Lets the head go, and drops what was made beside. */
  @Override
  public void close() {
    try {
      await(fresh.close());
      guard.rollback();
      execute("DROP SCHEMA IF EXISTS " + SCRATCH + " CASCADE");
      guard.commit();
      guard.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
