package org.omloop.server.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

  /** Whatever the pack says is checked from the pack alone. */
  @Test
  @Order(2)
  void aPackIsCheckedFromItselfAlone() throws Exception {
    Path audit = packed("pack.zip").resolve("audit");
    for (String line : Files.readAllLines(audit.resolve("SHA256SUMS"))) {
      Path file = audit.resolve(line.substring(66));
      assertEquals(line.substring(0, 64), sha256(Files.readAllBytes(file)), line);
      assertFalse(
          Files.readString(file, ISO_8859_1).contains("OMLP0"), line + ": an account number");
    }
    assertEquals(
        new JsonArray(Files.readString(audit.resolve("audit.json"))).size(),
        AuditCheck.values().length);
    CommandRun verified = CommandRun.of("verify", audit.resolve("books").toString());
    assertEquals(0, verified.exitCode(), verified.out());
    assertTrue(Files.notExists(audit.resolve("bank-files")));

    Path whole = packed("whole.zip", "--with-bank-files").resolve("audit");
    List<String> statements = Files.readAllLines(whole.resolve("statements.csv"));
    for (String line : statements.subList(1, statements.size())) {
      String[] facts = line.split(",");
      Path file = whole.resolve("bank-files").resolve(facts[0] + ".xml");
      assertEquals(facts[1], sha256(Files.readAllBytes(file)), line);
    }
    assertTrue(statements.size() > 2, statements.toString());
    assertEquals(2, CommandRun.of("audit", "--with-bank-files").exitCode());
  }

  private static Path packed(String name, String... more) throws IOException {
    List<String> words = new ArrayList<>(
        List.of("audit", "--data=" + folder.resolve("data"), "--pack=" + folder.resolve(name)));
    words.addAll(List.of(more));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
    Path to = folder.resolve(name + ".d");
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve(name)))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Path file = to.resolve(each.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    return to;
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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
