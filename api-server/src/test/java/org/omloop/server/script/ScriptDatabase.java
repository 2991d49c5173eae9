package org.omloop.server.script;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.postgres.folder.DataFolder;

/**
 * The one database that the scripts of a run use, each after the other: its start and its migrations take seconds, and
 * making it empty again takes milliseconds. It ends with the process.
 *
 * <p>Confined to the thread that runs the scripts, but for its end.
 */
final class ScriptDatabase {
  private static final String TABLES = """
      SELECT tablename FROM pg_tables
      WHERE schemaname = 'omloop' AND tablename <> 'flyway_schema_history'""";

  private static Optional<ScriptDatabase> running = Optional.empty();

  private final Path folder;
  private final Database database;
  private final List<String> tables;
  private int scripts;

  private ScriptDatabase(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
    this.tables = tables(database);
    tables.forEach(each -> execute("CREATE TABLE fresh_" + each + " AS TABLE omloop." + each));
  }

  /** Returns the database of this process; the first to ask starts it. */
  static ScriptDatabase running() {
    if (running.isEmpty()) {
      running = Optional.of(start());
    }
    return running.get();
  }

  private static ScriptDatabase start() {
    Path folder = temporaryFolder();
    DataFolder data = DataFolder.open(folder.resolve("database"));
    Database database = Database.start(data, DatabaseSettings.embedded());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      database.close();
      data.close();
      delete(folder);
    }));
    ScriptDatabase made = new ScriptDatabase(folder, database);
    Stream.of(database.owner(), database.writer(), database.reader()).forEach(made::letInQuickly);
    return made;
  }

  /** Proving a password is slow by design, and each script enters some ten times. */
  private void letInQuickly(PgConnectOptions role) {
    execute("SET scram_iterations = 1; ALTER ROLE " + role.getUser() + " PASSWORD '"
        + role.getPassword() + "'");
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("omloop-scripts");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tables(Database database) {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.ownerConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the database as it is after its migrations: nothing of any script is in it. */
  Database fresh() {
    String sql = "";
    for (String each : tables) {
      sql += """
          DELETE FROM omloop.%1$s;
          INSERT INTO omloop.%1$s OVERRIDING SYSTEM VALUE TABLE fresh_%1$s;
          """.formatted(each);
    }
    execute(sql);
    return database;
  }

  /** Returns a data folder for the next script's server. */
  Path nextFolder() {
    return folder.resolve("script-" + ++scripts);
  }

  private void execute(String sql) {
    try (Connection connection = database.ownerConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
