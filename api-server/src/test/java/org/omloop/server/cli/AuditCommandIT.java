package org.omloop.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.books.AuditCheck;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.postgres.folder.DataFolder;

/** The audit of a demo's data folder, in order and then altered behind the server's back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditCommandIT {
  @TempDir
  private static Path folder;

  @BeforeAll
  static void play() {
    CommandRun demo = CommandRun.of(
        "demo", "--days=6", "--seed=7", "--exit", "--port=0", "--data=" + folder.resolve("data"));
    assertEquals(0, demo.exitCode(), demo.err());
  }

  private static CommandRun audit() {
    return CommandRun.of(
        "audit", "--data=" + folder.resolve("data"), "--json=" + folder.resolve("audit.json"));
  }

  private static JsonArray results() throws IOException {
    return new JsonArray(Files.readString(folder.resolve("audit.json")));
  }

  private static List<String> differing() throws IOException {
    return results().stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("result").equals("difference"))
        .map(each -> each.getString("id"))
        .toList();
  }

  @Test
  @Order(1)
  void everyCheckIsOkAndHasEvidence() throws IOException {
    CommandRun run = audit();
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertEquals(
        Arrays.stream(AuditCheck.values()).map(Enum::name).toList(),
        results().stream().map(each -> ((JsonObject) each).getString("id")).toList());
    for (Object each : results()) {
      JsonObject result = (JsonObject) each;
      assertEquals(Set.of("id", "result", "evidence"), result.fieldNames());
      assertEquals("ok", result.getString("result"));
      assertFalse(result.getString("evidence").isBlank());
      assertTrue(run.out().contains("\n" + result.getString("id") + " ")
          || run.out().startsWith(result.getString("id") + " "));
    }
    assertTrue(run.out().contains("OK: all 31 checks"), run.out());
  }

  @Test
  @Order(2)
  void theAuditFileOfAYearIsWrittenBesideIt() throws IOException {
    Path file = folder.resolve("books.xml");
    CommandRun run =
        CommandRun.of("export", "--data=" + folder.resolve("data"), "--xaf=" + file, "--year=2026");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(Files.readString(file).contains("not confirmed against the XSD"));
    assertEquals(
        2,
        CommandRun.of("export", "--data=" + folder.resolve("data"), "--xaf=" + file)
            .exitCode());
  }

  @Test
  @Order(3)
  void whatIsAlteredInTheDatabaseIsFoundByTheRightChecks() throws Exception {
    alter("UPDATE omloop.account SET balance = balance + 1 WHERE id = 'transit'");
    assertEquals(1, audit().exitCode());
    assertEquals(List.of("L5"), differing());
    alter("UPDATE omloop.account SET balance = balance - 1 WHERE id = 'transit'");
    alter("CREATE ROLE stranger; GRANT DELETE ON omloop.journal_entry TO stranger");
    assertEquals(1, audit().exitCode());
    assertEquals(List.of("L6"), differing());
    alter("REVOKE DELETE ON omloop.journal_entry FROM stranger");
    alter("UPDATE omloop.account_key SET rights = rights || ' audit'"
        + " WHERE account <> 'operator' AND key_id = (SELECT min(key_id) FROM omloop.account_key"
        + " WHERE account <> 'operator')");
    assertEquals(1, audit().exitCode());
    assertEquals(List.of("A3"), differing());
  }

  @Test
  @Order(4)
  void wrongUseIsTold() {
    assertEquals(2, CommandRun.of("audit", "--nothing").exitCode());
    assertEquals(1, CommandRun.of("audit", "--data=" + folder.resolve("none")).exitCode());
  }

  private static void alter(String sql) throws SQLException {
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        Database database = Database.start(data, DatabaseSettings.embedded());
        Connection connection = database.ownerConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
