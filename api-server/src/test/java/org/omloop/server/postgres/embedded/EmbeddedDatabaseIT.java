package org.omloop.server.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.address.Password;
import org.omloop.server.postgres.folder.DataFolder;

/** The tests share one data folder, whose name is no easy one, and leave in it what they found. */
class EmbeddedDatabaseIT {
  @TempDir
  static Path temporary;

  private static Path path;
  private DataFolder folder;
  private EmbeddedDatabase database;

  @BeforeAll
  static void keepSomething() throws SQLException {
    path = temporary.resolve("data of the neighbourhoód");
    try (DataFolder folder = DataFolder.open(path);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      execute(database.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
    }
  }

  @BeforeEach
  void start() {
    folder = DataFolder.open(path);
    database = EmbeddedDatabase.start(folder);
  }

  @AfterEach
  void stop() {
    database.close();
    folder.close();
  }

  @AfterAll
  static void nothingIsLeftRunning() throws IOException {
    assertTrue(PostmasterFile.in(data()).isEmpty(), "a server still has the folder");
  }

  @Test
  void dataSurviveARestart() throws SQLException {
    assertEquals("42", ask("SELECT answer FROM kept"));
  }

  @Test
  void promisesHold() throws SQLException {
    assertEquals("127.0.0.1", ask("SHOW listen_addresses"));
    assertEquals("", ask("SHOW unix_socket_directories"));
    assertEquals("on", ask("SHOW fsync"));
    assertEquals("on", ask("SHOW synchronous_commit"));
    assertEquals("UTC", ask("SHOW timezone"));
    assertEquals("UTF8", ask("SHOW server_encoding"));
    assertEquals("C", ask("SELECT datcollate FROM pg_database WHERE datname = current_database()"));
  }

  @Test
  void nobodyEntersWithoutThePassword() {
    DatabaseAddress wrong =
        database.address().as(database.address().user(), new Password("not the password"));
    assertThrows(SQLException.class, () -> ask(wrong, "SELECT 1"));
  }

  @Test
  void onlyTheOwnerReadsThePasswordFile() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "SKIPPED: this file system has no POSIX permissions");
    Path file = path.resolve("passwords").resolve(database.address().user());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aKilledServerStartsAgainAtTheSameAddress() throws Exception {
    long before = killServer();
    database.ensureRunning();
    assertEquals("42", ask("SELECT answer FROM kept"));
    assertNotEquals(before, server().processId());
  }

  @Test
  void aRunningServerIsLeftAlone() throws IOException {
    long before = server().processId();
    database.ensureRunning();
    assertEquals(before, server().processId());
  }

  @Test
  void theNextStartRecoversWhatWasCommittedBeforeAKill() throws Exception {
    execute(database.address(), "UPDATE kept SET answer = 43");
    execute(database.address(), "UPDATE kept SET answer = 42");
    killServer();
    stop();
    start();
    assertEquals("42", ask("SELECT answer FROM kept"));
  }

  @Test
  void stoppingTwiceDoesNoHarm() {
    database.close();
    database.close();
  }

  @Test
  void aStrangersProcessIdInTheServersFileStopsNobody() throws Exception {
    stop();
    Files.writeString(data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
    start();
    assertEquals("42", ask("SELECT answer FROM kept"));
  }

  @Test
  void theFolderOfALivingProcessIsRefusedAndThatOfAKilledOneIsTakenOver() throws Exception {
    stop();
    Process holder = HoldsDatabase.on(path);
    PostmasterFile leftBehind = server();
    try {
      String message =
          assertThrows(DatabaseUnavailable.class, () -> DataFolder.open(path)).getMessage();
      assertEquals(
          "data folder " + path.toRealPath() + " is in use by process " + holder.pid()
              + "; stop it first",
          message);
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertTrue(leftBehind.isRunning(), "the server outlives the process that started it");
    start();
    assertFalse(leftBehind.isRunning());
    assertEquals("42", ask("SELECT answer FROM kept"));
  }

  private static Path data() {
    return path.toAbsolutePath().resolve("postgres").resolve("data");
  }

  private static PostmasterFile server() throws IOException {
    return PostmasterFile.in(data()).orElseThrow();
  }

  private static long killServer() throws IOException, InterruptedException {
    PostmasterFile server = server();
    ProcessHandle.of(server.processId()).orElseThrow().destroyForcibly();
    while (server.isRunning()) {
      Thread.sleep(1);
    }
    return server.processId();
  }

  private String ask(String query) throws SQLException {
    return ask(database.address(), query);
  }

  private static String ask(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(DatabaseAddress address, String command) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database(),
        address.user(),
        address.password().reveal());
  }
}
