package org.omloop.server.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.postgres.folder.DataFolder;

/** From a market that is played to files that hold: the commands one after another, as a newcomer types them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoToVerifyIT {
  @TempDir
  private static Path folder;

  private static CommandRun demo;

  @BeforeAll
  static void playTwoDays() {
    demo = play("data", "first.json");
  }

  private static CommandRun play(String data, String json) {
    return CommandRun.of(
        "demo",
        "--days=2",
        "--seed=7",
        "--exit",
        "--port=0",
        "--data=" + folder.resolve(data),
        "--json=" + folder.resolve(json));
  }

  @Test
  @Order(1)
  void theDemoEndsWithBooksThatClose() throws IOException {
    assertEquals(0, demo.exitCode(), demo.err());
    JsonObject figures = new JsonObject(Files.readString(folder.resolve("first.json")));
    assertEquals(
        figures.getLong("issued") - figures.getLong("redeemed"), figures.getLong("outstanding"));
    assertTrue(demo.out().contains("Issued − redeemed = outstanding: yes"), demo.out());
  }

  @Test
  @Order(2)
  void theSameSeedMakesTheSameFileByteForByte() throws IOException {
    assertEquals(0, play("again", "second.json").exitCode());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("first.json")),
        Files.readAllBytes(folder.resolve("second.json")));
  }

  @Test
  @Order(3)
  void theExportPassesAndHoldsOneSealPerDayThatIsOver() throws IOException {
    assertEquals(0, export("books").exitCode());
    Path json = folder.resolve("verify.json");
    CommandRun verify =
        CommandRun.of("verify", folder.resolve("books").toString(), "--json=" + json);
    assertEquals(0, verify.exitCode(), verify.out());
    assertTrue(verify.out().contains("PASS"), verify.out());
    JsonObject report = new JsonObject(Files.readString(json));
    assertTrue(report.getBoolean("passed"));
    assertEquals(1, report.getJsonObject("totals").getLong("seals"));
    JsonObject figures = new JsonObject(Files.readString(folder.resolve("first.json")));
    assertEquals(figures.getLong("entries"), report.getLong("size"));
    assertEquals(
        figures.getLong("outstanding"), report.getJsonObject("totals").getLong("outstanding"));
  }

  @Test
  @Order(4)
  void whatIsThereAlreadyIsNotOverwritten() throws IOException {
    Path kept = folder.resolve("kept");
    Files.createDirectory(kept);
    Files.writeString(kept.resolve("mine"), "mine");
    CommandRun run = export("kept");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("is already there; name a new folder"), run.err());
    assertEquals("mine", Files.readString(kept.resolve("mine")));
  }

  @Test
  @Order(5)
  void hledgerFindsThePlainTextJournalRight() throws Exception {
    Path file = folder.resolve("books.journal");
    assertEquals(0, CommandRun.of("export", data("data"), "--journal=" + file).exitCode());
    assumeTrue(OutsideProgram.isThere("hledger"), "SKIPPED: hledger is not here (Debian: hledger)");
    OutsideProgram.Answer answer =
        OutsideProgram.run("hledger", "-f", file.toString(), "check", "--strict");
    assertEquals(0, answer.exitCode(), answer.text());
    String wrong = Files.readString(file).replaceFirst("=(\\s+-?)(\\d)", "=$19$2");
    Files.writeString(file, wrong);
    assertEquals(
        1,
        OutsideProgram.run("hledger", "-f", file.toString(), "check").exitCode(),
        "a wrong balance must be found");
  }

  @Test
  @Order(6)
  void goFindsTheExportRight() throws Exception {
    Path goPath = Path.of("/usr/share/gocode");
    assumeTrue(
        OutsideProgram.isThere("go")
            && Files.isDirectory(goPath.resolve("src/golang.org/x/mod/sumdb")),
        "SKIPPED: no Go with x/mod here (Debian: golang-go golang-golang-x-mod-dev)");
    OutsideProgram.Answer answer = OutsideProgram.inGo(
        goPath, folder, "run", "../.ci/go/checklog.go", folder.resolve("books").toString());
    assertEquals(0, answer.exitCode(), answer.text());
  }

  @Test
  @Order(7)
  void tablesNameEveryMovementAndAccount() throws IOException {
    Path movements = folder.resolve("movements.csv");
    Path accounts = folder.resolve("accounts.csv");
    CommandRun run =
        CommandRun.of("export", data("data"), "--csv=" + movements, "--accounts=" + accounts);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        "id,time,from,to,amount,kind,refund_of", Files.readAllLines(movements).get(0));
    assertEquals("account,owner,role,sector,area", Files.readAllLines(accounts).get(0));
    long spent = Files.readAllLines(movements).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> Set.of("purchase", "b2b", "wage", "gift").contains(cells[5]))
        .mapToLong(cells -> Long.parseLong(cells[4].replace(".", "")))
        .sum();
    JsonObject figures = new JsonObject(Files.readString(folder.resolve("first.json")));
    assertEquals(figures.getLong("spent"), spent);
    CommandRun measured =
        CommandRun.of("circulation", movements.toString(), "--accounts=" + accounts, "--json");
    assertEquals(0, measured.exitCode(), measured.err());
    assertEquals(
        figures.getLong("spent") - figures.getLong("refunded"),
        new JsonObject(measured.out()).getJsonObject("volume").getLong("net")
            - new JsonObject(measured.out())
                .getJsonObject("volume")
                .getJsonObject("byKind")
                .getLong("grant"));
  }

  @Test
  @Order(8)
  void theExportIsTheSameBesideARunningServer() throws IOException {
    try (Server server =
        Server.start(ServerConfig.in(folder.resolve("data")).at("127.0.0.1", 0), end -> {})) {
      assertTrue(server.address().startsWith("http://"));
      assertEquals(0, export("beside").exitCode());
    }
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("books/checkpoint")),
        Files.readAllBytes(folder.resolve("beside/checkpoint")));
  }

  @Test
  @Order(9)
  void rebuildFindsNothingInSoundTables() {
    CommandRun run = CommandRun.of("rebuild", data("data"));
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertTrue(run.out().contains("Nothing differs"), run.out());
  }

  @Test
  @Order(10)
  void rebuildFindsAndMendsWhatWasChanged() throws SQLException {
    change("UPDATE omloop.account SET balance = balance + 1 WHERE id = 'issuance'");
    change("DELETE FROM omloop.posting WHERE line = 0 AND index % 50 = 0");
    CommandRun check = CommandRun.of("rebuild", data("data"), "--check");
    assertEquals(1, check.exitCode());
    assertTrue(check.out().contains("WRONG  account: 1 rows missing, 1 that"), check.out());
    assertTrue(check.out().contains("WRONG  posting"), check.out());
    assertEquals(1, CommandRun.of("rebuild", data("data")).exitCode());
    assertEquals(0, CommandRun.of("rebuild", data("data")).exitCode());
  }

  @Test
  @Order(11)
  void aJournalChangedInTheDatabaseIsNotExported() throws SQLException, IOException {
    change("UPDATE omloop.journal_entry SET leaf = convert_to(replace(convert_from(leaf, 'UTF8'),"
        + " '\"side\":\"debit\"', '\"side\":\"credit\"'), 'UTF8') WHERE kind = 'issue'");
    Path table = Files.writeString(folder.resolve("last-year.csv"), "as it was");
    Set<String> before = names();
    CommandRun run = CommandRun.of(
        "export",
        data("data"),
        "--out=" + folder.resolve("forged"),
        "--csv=" + table,
        "--journal=" + folder.resolve("forged.journal"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("the journal in the database does not hold"), run.err());
    assertEquals("as it was", Files.readString(table));
    assertEquals(before, names());
  }

  private static Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  @Order(12)
  void whatIsNoLedgerIsSaidInOneLine() {
    CommandRun run = CommandRun.of("export", data("nothing"), "--out=" + folder.resolve("x"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("omloop: there is no ledger in "), run.err());
    assertEquals(2, CommandRun.of("export", data("data")).exitCode());
    assertEquals(
        2, CommandRun.of("verify", folder.resolve("nothing").toString()).exitCode());
  }

  private static CommandRun export(String out) {
    return CommandRun.of("export", data("data"), "--out=" + folder.resolve(out));
  }

  private static String data(String name) {
    return "--data=" + folder.resolve(name);
  }

  private static void change(String sql) throws SQLException {
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        Database database = Database.start(data, DatabaseSettings.embedded());
        Connection owner = database.ownerConnection();
        Statement statement = owner.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, sql);
    }
  }

  /** What a program outside Omloop answers. */
  private record OutsideProgram() {
    record Answer(int exitCode, String text) {}

    static boolean isThere(String program) {
      return java.util.Arrays.stream(System.getenv("PATH").split(":"))
          .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    static Answer run(String... command) throws IOException, InterruptedException {
      return run(new ProcessBuilder(command));
    }

    static Answer inGo(Path goPath, Path cache, String... arguments)
        throws IOException, InterruptedException {
      var command = new java.util.ArrayList<>(java.util.List.of("go"));
      command.addAll(java.util.List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("GO111MODULE", "off");
      builder.environment().put("GOPATH", goPath.toString());
      builder.environment().put("GOCACHE", cache.resolve("go-cache").toString());
      return run(builder);
    }

    private static Answer run(ProcessBuilder builder) throws IOException, InterruptedException {
      Process process = builder.redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes());
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the program ends");
      return new Answer(process.exitValue(), text);
    }
  }
}
