package org.omloop.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.server.AuditRun;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.books.AuditResult;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.postgres.KeptJournal;

/**
 * Everything that a demo's bank ever stated, brought in at once by names that say nothing; then one thing altered behind the
 * server's back, and exactly the right checks fail. A few weeks; a whole year with {@code -Plong}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BankYearIT {
  private static final int DAYS = Boolean.getBoolean("omloop.long") ? 365 : 15;
  private static final long SEED = 7;

  /** Of a whole year, on a slow machine. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir
  private static Path folder;

  private static Path data;
  private static Server server;
  private static long statements;

  @BeforeAll
  static void bringEverythingIn() throws IOException, SQLException {
    data = folder.resolve("data");
    CommandRun demo = CommandRun.of(
        "demo",
        "--days=" + DAYS,
        "--seed=" + SEED,
        "--unread",
        "--exit",
        "--port=0",
        "--data=" + data);
    assertEquals(0, demo.exitCode(), demo.err());
    Path watched = folder.resolve("watched");
    ServerConfig config = ServerConfig.in(data)
        .with(DatabaseSettings.embedded())
        .at("127.0.0.1", 0)
        .watching(watched);
    long begun = System.nanoTime();
    server = Server.start(config, end -> {});
    statements = shuffle(data.resolve("bank").resolve("statements"), watched.resolve("in"));
    await("SELECT count(*) = " + statements + " FROM omloop.bank_statement s"
        + " JOIN omloop.journal_entry e ON e.order_id = s.order_id AND e.reason IS NULL");
    await("SELECT next = size FROM omloop.bank_cursor, omloop.journal_head");
    System.out.printf(
        "%d statements were taken in within %d s%n",
        statements, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    assertEquals(statements, count(watched.resolve("done")));
    assertEquals(0, count(watched.resolve("refused")));
  }

  /** A folder that somebody copies together: neither names nor times tell what comes first. */
  private static long shuffle(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      List<Path> all = new ArrayList<>(files.sorted().toList());
      Collections.shuffle(all, new Random(SEED));
      for (int at = 0; at < all.size(); at++) {
        Files.copy(all.get(at), to.resolve("download (" + at + ").xml"));
      }
      return all.size();
    }
  }

  private static long count(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.count();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void await(String isSo) throws SQLException {
    long until = System.nanoTime() + LONGEST.toNanos();
    while (!text(isSo).equals("t")) {
      assertTrue(System.nanoTime() < until, isSo);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> differing() {
    try (KeptJournal kept = KeptJournal.beside(server.database())) {
      return AuditRun.of(kept, data).run(1, done -> {}).results().stream()
          .filter(each -> each.verdict() == AuditResult.Verdict.DIFFERENCE)
          .map(each -> each.check().name())
          .toList();
    }
  }

  private static String evidence(JsonArray results, String check) {
    return results.stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(check))
        .map(each -> each.getString("evidence"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(1)
  void everyCheckIsOkAndHeldAgainstTheLines() throws IOException {
    Path json = folder.resolve("audit.json");
    CommandRun run = CommandRun.of("audit", "--data=" + data, "--json=" + json);
    assertEquals(0, run.exitCode(), run.out() + run.err());
    JsonArray results = new JsonArray(Files.readString(json));
    assertTrue(
        evidence(results, "R1").startsWith(String.format("%,d statements", statements)),
        evidence(results, "R1"));
    assertTrue(evidence(results, "R1").contains("under way 0.00, unmatched 0.00"));
    assertTrue(evidence(results, "R3").contains("0 lines were matched by hand"));
    assertTrue(
        evidence(results, "R3").contains("; 0 only within the sum of their statement; 0 still"));
    assertTrue(evidence(results, "R5").startsWith(String.format("%,d files", statements)));
  }

  /** What is altered, how it is put back, and which checks fail in between. */
  @ParameterizedTest(name = "{0}")
  @Order(2)
  @CsvSource(delimiter = '|', textBlock = """
          the amount of money that came in | cents = cents + 1 | cents = cents - 1 | TRUE  | R3 R4
          the amount of a payout           | cents = cents + 1 | cents = cents - 1 | FALSE | R3 R4
          which way a payout's money went  | is_credit = true  | is_credit = false | FALSE | R3 R4
          the name of a line that came in  | key = concat(key, 'x') | key = rtrim(key, 'x') | TRUE | R3 R4
          the name of a payout's line      | key = concat(key, 'x') | key = rtrim(key, 'x') | FALSE | R3 R4
          the day of a line that came in   | booked_on = booked_on + 70 | booked_on = booked_on - 70 | TRUE | C3 C5
          whether it named anybody         | reason = 'no-reference' | reason = '' | TRUE | R3
          """)
  void oneAlteredLineIsFound(
      String what, String change, String back, boolean isCredit, String checks) throws Exception {
    String key = text("SELECT key FROM omloop.bank_line WHERE is_credit = " + isCredit
        + " AND return_reason = '' ORDER BY booked_on, key LIMIT 1");
    alter("UPDATE omloop.bank_line SET " + change + " WHERE key = '" + key + "'");
    try {
      assertEquals(checks, String.join(" ", differing()), what);
    } finally {
      alter(
          "UPDATE omloop.bank_line SET " + back + " WHERE key IN ('" + key + "', '" + key + "x')");
    }
  }

  @Test
  @Order(3)
  void aStatementOrAFileThatIsAlteredIsFound() throws Exception {
    alter("UPDATE omloop.bank_statement SET closing = closing + 1 WHERE number = 2");
    assertEquals("R5", String.join(" ", differing()));
    alter("UPDATE omloop.bank_statement SET closing = closing - 1 WHERE number = 2");
    alter("DELETE FROM omloop.bank_line WHERE key ="
        + " (SELECT key FROM omloop.bank_line WHERE is_credit ORDER BY booked_on, key LIMIT 1)");
    assertEquals("R1 R3 R4", String.join(" ", differing()), "a line that is gone");
  }

  private interface With<T> {
    T ask(Statement statement) throws SQLException;
  }

  private static void alter(String sql) throws SQLException {
    with(statement -> statement.executeUpdate(sql));
  }

  private static String text(String sql) throws SQLException {
    return with(statement -> {
      try (ResultSet found = statement.executeQuery(sql)) {
        assertTrue(found.next(), sql);
        return found.getString(1);
      }
    });
  }

  private static <T> T with(With<T> ask) throws SQLException {
    try (Connection connection = server.database().ownerConnection();
        Statement statement = connection.createStatement()) {
      return ask.ask(statement);
    }
  }
}
