package org.omloop.server.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.omloop.server.journal.Journal;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.embedded.EmbeddedDatabase;
import org.omloop.server.postgres.folder.DataFolder;
import org.omloop.server.postgres.folder.PasswordFiles;

/**
 * The journal that a data folder keeps, opened for reading alone, as the role that can do nothing else: beside a server
 * that runs, or with the folder's own PostgreSQL started for as long as this is open.
 *
 * <p>Confined to one thread; everything blocks.
 */
public final class KeptJournal implements AutoCloseable {
  private static final String HEAD =
      "SELECT size, checkpoint FROM " + Migrations.SCHEMA + ".journal_head";
  private static final String LEAVES = "SELECT leaf FROM " + Migrations.SCHEMA
      + ".journal_entry WHERE index >= ? AND index < ? ORDER BY index";

  private static final String TILES = "SELECT hashes FROM " + Migrations.SCHEMA
      + ".hash_tile WHERE level = ? AND tile >= ? AND tile < ? ORDER BY tile";

  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final Connection connection;

  private KeptJournal(Path data, DatabaseSettings settings) {
    this.connection = JdbcConnection.open(reader(data, settings));
    closing.push(connection);
  }

  private KeptJournal(Database database) {
    this.connection = JdbcConnection.open(database.readerAddress());
    closing.push(connection);
  }

  /** Opens the journal of a database that is running, on a connection of its own. */
  public static KeptJournal beside(Database database) {
    return new KeptJournal(database);
  }

  /**
   * Opens the journal of a data folder.
   *
   * @throws DatabaseUnavailable if it cannot be reached, with one line for the operator
   */
  public static KeptJournal open(Path data, DatabaseSettings settings) {
    return new KeptJournal(data, settings);
  }

  private DatabaseAddress reader(Path data, DatabaseSettings settings) {
    if (settings.address().isPresent()) {
      return settings
          .address()
          .get()
          .as(
              DatabaseRole.READER.roleName(),
              Optional.ofNullable(settings.passwords().get(DatabaseRole.READER))
                  .or(() -> new PasswordFiles(data).read(DatabaseRole.READER.roleName()))
                  .orElseThrow(() -> new DatabaseUnavailable("the password of role "
                      + DatabaseRole.READER.roleName() + " is not in " + data + "; set "
                      + DatabaseRole.READER.variable())));
    }
    return EmbeddedDatabase.runningPort(data)
        .flatMap(port -> new PasswordFiles(data)
            .read(DatabaseRole.READER.roleName())
            .map(password ->
                EmbeddedDatabase.address(port, DatabaseRole.READER.roleName(), password)))
        .orElseGet(() -> started(data, settings));
  }

  private DatabaseAddress started(Path data, DatabaseSettings settings) {
    DataFolder folder = DataFolder.open(data);
    closing.push(folder);
    try {
      Database database = Database.start(folder, settings);
      closing.push(database);
      return database.readerAddress();
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** From now on everything is read as it stands at this moment, whatever a server adds meanwhile. */
  public void freeze() {
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Returns what stands beside the journal. */
  public StoredBooks stored() {
    return new StoredBooks(connection);
  }

  /** Returns up to so many neighbouring full hash tiles of one level, in order. */
  public List<byte[]> tiles(int level, long from, int count) {
    try (PreparedStatement statement = connection.prepareStatement(TILES)) {
      statement.setInt(1, level);
      statement.setLong(2, from);
      statement.setLong(3, from + count);
      try (ResultSet rows = statement.executeQuery()) {
        List<byte[]> tiles = new ArrayList<>();
        while (rows.next()) {
          tiles.add(rows.getBytes(1));
        }
        return tiles;
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Returns the head as it stands now. */
  public Journal.Head head() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HEAD)) {
      row.next();
      return new Journal.Head(row.getLong(1), row.getString(2));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Returns up to so many leaves, from that index on, in order. */
  public List<byte[]> leaves(long from, int count) {
    try (PreparedStatement statement = connection.prepareStatement(LEAVES)) {
      statement.setLong(1, from);
      statement.setLong(2, from + count);
      try (ResultSet rows = statement.executeQuery()) {
        List<byte[]> leaves = new ArrayList<>(count);
        while (rows.next()) {
          leaves.add(rows.getBytes(1));
        }
        return leaves;
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static DatabaseUnavailable unreadable(SQLException e) {
    return new DatabaseUnavailable("the journal cannot be read: " + ConnectFailure.firstLine(e), e);
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (Exception e) {
        throw new DatabaseUnavailable("the journal cannot be closed: " + e.getMessage(), e);
      }
    }
  }
}
