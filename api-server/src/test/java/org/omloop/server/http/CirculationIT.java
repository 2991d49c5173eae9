package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.areas.Areas;
import org.omloop.server.cli.CommandRun;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStatement;
import org.omloop.server.sequencer.EntryClock;

/**
 * Reports on how money goes round, over HTTP: of a month while it runs, once it is over, and after a restart. The tests
 * share one circuit, whose clock leaps ahead in the middle.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CirculationIT {
  private static final String REPORTS = "/v1/circulation/reports";
  private static final String AUDIT = "/v1/circulation/audit/";
  private static final ContractCheck CONTRACT = new ContractCheck();
  private static final long DAYS_TO_LEAP = 40;

  @TempDir
  private static Path folder;

  private static Path data;

  private static final AtomicLong LEAP_MICROS = new AtomicLong();
  private static RunningCircuit circuit;
  private static String auditor;
  private static String month;
  private static String frozen;

  @BeforeAll
  static void start() {
    LEAP_MICROS.set(0); // where failed tests are run once more
    data = folder.resolve("data-" + System.nanoTime());
    circuit = RunningCircuit.start(config());
    assertEquals(201, circuit.post("/v1/payments", pay(1_200)).statusCode());
    auditor = circuit.token(circuit.auditor);
    month = await(REPORTS, "", each -> !each.getJsonArray("reports").isEmpty())
        .getJsonArray("reports")
        .getJsonObject(0)
        .getString("period");
  }

  private static ServerConfig config() {
    AtomicLong last = new AtomicLong();
    EntryClock clock = () -> last.accumulateAndGet(
        TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()) + LEAP_MICROS.get(),
        (before, now) -> Math.max(before + 1, now));
    return RunningCircuit.config(data)
        .with(HttpSettings.UNLIMITED.naming(new Areas(
            Areas.ofDemo().named(), OptionalInt.of(2025), Areas.ofDemo().map())))
        .by(clock);
  }

  private static org.omloop.ledger.order.SignedOrder pay(long amount) {
    return RunningCircuit.pay(amount, circuit.anna);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  @Test
  @Order(1)
  void anAuditorSeesEveryFigureOfTheRunningMonth() {
    JsonObject report = await(AUDIT + month, auditor, hasAll());
    assertEquals("audit", report.getString("tier"));
    assertEquals(5_000, amount(report, "issue"));
    assertEquals(5_000, amount(report, "closing"));
  }

  private static Predicate<JsonObject> hasAll() {
    long size = new JsonObject(circuit.get("/v1/currency").body()).getLong("treeSize");
    return report -> report.getJsonObject("journal").getLong("size") >= size;
  }

  @Test
  @Order(2)
  void everybodySeesWhatIsInCirculationAndNoMore() {
    HttpResponse<String> answer = circuit.get(REPORTS + "/" + month);
    CONTRACT.assertFits("getReport", answer, answer.body());
    JsonObject report = new JsonObject(answer.body());
    assertEquals("public", report.getString("tier"));
    assertEquals(5_000, amount(report, "closing"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertTrue(
        answer.headers().allValues("Link").stream().anyMatch(each -> each.contains("license")));
  }

  @Test
  @Order(3)
  void aTableComesAsCsvWithItsDescription() {
    HttpResponse<String> csv = circuit.get(AUDIT + month + "/tables/closing", auditor);
    CONTRACT.assertFits("getAuditReportTable", csv, csv.body());
    assertTrue(
        csv.body().startsWith("item,amount,share\r\nopening,0.00,.\r\nissue,50.00,.\r\n"),
        csv.body());
    HttpResponse<String> described =
        circuit.get(REPORTS + "/" + month + "/tables/closing/metadata");
    CONTRACT.assertFits("getReportTableMetadata", described, described.body());
    JsonObject json = new JsonObject(described.body());
    assertEquals("../closing", json.getString("url"));
    assertEquals(
        new JsonArray().add("item"), json.getJsonObject("tableSchema").getJsonArray("primaryKey"));
  }

  @Test
  @Order(4)
  void behindALineStandTheEntriesThatItAddsUp() {
    HttpResponse<String> answer =
        circuit.get(AUDIT + month + "/entries?table=closing&row=1", auditor);
    CONTRACT.assertFits("listAuditEntries", answer, answer.body());
    JsonObject page = new JsonObject(answer.body());
    assertEquals(1, page.getJsonArray("entries").size());
    JsonObject issue = page.getJsonArray("entries").getJsonObject(0);
    assertEquals(5_000, issue.getLong("amount"));
    assertEquals("anna", issue.getString("to"));
    assertEquals("issue", issue.getString("kind"));
    assertEquals(
        404,
        circuit.get(AUDIT + month + "/entries?table=closing&row=99", auditor).statusCode());
  }

  @Test
  @Order(5)
  void noExactFigureIsShownBeforeTheLookIsKept() throws SQLException {
    long before = looks(circuit.auditor);
    circuit.get(AUDIT + month, auditor);
    circuit.get(AUDIT + month + "/entries?table=closing&row=1", auditor);
    assertEquals(before + 2, looks(circuit.auditor));
    assertEquals(
        403, circuit.get(AUDIT + month, circuit.token(circuit.operator)).statusCode());
    assertEquals(0, looks(circuit.operator));
  }

  @Test
  @Order(6)
  void theOfficeSeesWhereSuppliersAreMissingAndEachLookIsKept() throws SQLException {
    String operator = circuit.token(circuit.operator);
    for (String what : List.of("supply-gaps", "stuck-balances")) {
      HttpResponse<String> answer =
          circuit.get("/v1/circulation/" + what + "?period=" + month, operator);
      assertEquals(month, new JsonObject(answer.body()).getString("period"), answer.body());
      HttpResponse<String> csv = circuit.send(circuit
          .request("/v1/circulation/" + what)
          .header("Authorization", "Bearer " + operator)
          .header("Accept", "text/csv")
          .build());
      CONTRACT.assertFits(
          what.startsWith("supply") ? "getSupplyGaps" : "getStuckBalances", csv, csv.body());
      assertTrue(csv.body().startsWith(what.startsWith("supply") ? "sector," : "account,"));
      assertEquals(
          404, circuit.get("/v1/circulation/" + what + "?period=1999", operator).statusCode());
    }
    assertEquals(6, looks(circuit.operator));
  }

  /** The bakery has bought from a mill, which is none of its business until the office has listed it. */
  @Test
  @Order(7)
  void aShopIsToldOfMembersThatAreListedAndOfNobodyElse() {
    AccountId mill = new AccountId("mill");
    circuit.open(mill, Role.FIRM, RunningCircuit.newKey());
    circuit.post(
        "/v1/payments",
        RunningCircuit.sign(
            new org.omloop.ledger.order.Order.Pay(
                RunningCircuit.terms(),
                RunningCircuit.BAKERY,
                mill,
                Amount.of(100),
                Optional.empty(),
                Optional.empty()),
            circuit.baker));
    long size = new JsonObject(circuit.get("/v1/currency").body()).getLong("treeSize");
    String path = "/v1/accounts/bakery/suppliers";
    JsonObject before =
        await(path, circuit.token(circuit.baker), each -> each.getLong("treeSize") >= size);
    assertEquals(new JsonArray(), before.getJsonArray("suppliers"));
    Member listed = new Member(mill, "De Molen", "De Molen B.V.", "Kade 3", "Oost");
    circuit.post(
        "/v1/members",
        "application/jose",
        MemberStatement.sign(
            listed, RunningCircuit.ORIGIN, RunningCircuit.now(), circuit.operator));
    HttpResponse<String> told = circuit.get(path, circuit.token(circuit.baker));
    CONTRACT.assertFits("listSuppliers", told, told.body());
    assertEquals(new JsonArray("""
            [{"account": "mill", "sector": "?", "distance": "elsewhere", "reasons": ["bought"],
              "name": "De Molen", "street": "Kade 3", "neighbourhood": "Oost", "takesPayments": true}]
            """), new JsonObject(told.body()).getJsonArray("suppliers"));
  }

  private static long looks(SigningKey key) throws SQLException {
    try (Connection connection = circuit.server.database().ownerConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM omloop.circulation_look WHERE key_id = '"
                + key.publicKey().keyId().text() + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Until what is asked for twice is the same: the server may be reading the journal on. */
  private static HttpResponse<String> sameAgain(String path) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      String tag = header(circuit.get(path), "ETag");
      HttpResponse<String> again =
          circuit.send(circuit.request(path).header("If-None-Match", tag).build());
      if (again.statusCode() == 304) {
        return again;
      }
      assertTrue(System.nanoTime() < until, "not the same within 20 s");
    }
  }

  @Test
  @Order(8)
  void aCouncilGetsTheReportAsPdf() throws SQLException {
    HttpResponse<String> open = circuit.get(REPORTS + "/" + month + "/paper?language=en");
    CONTRACT.assertFits("getReportPaper", open, open.body());
    assertTrue(open.body().startsWith("%PDF-"), open.body());
    assertEquals("application/pdf", header(open, "Content-Type"));
    assertEquals(
        "attachment; filename=\"omloop-" + month + "-en.pdf\"",
        header(open, "Content-Disposition"));
    HttpResponse<String> again = sameAgain(REPORTS + "/" + month + "/paper?language=en");
    CONTRACT.assertFits("getReportPaper", again, again.body());
    assertEquals(400, circuit.get(REPORTS + "/" + month + "/paper?language=fr").statusCode());
    long before = looks(circuit.auditor);
    HttpResponse<String> exact = circuit.get(AUDIT + month + "/paper", auditor);
    CONTRACT.assertFits("getAuditReportPaper", exact, exact.body());
    assertEquals(before + 1, looks(circuit.auditor));
    assertEquals(401, circuit.get(AUDIT + month + "/paper").statusCode());
  }

  @Test
  @Order(8)
  void whatIsNotThereIsNotFound() {
    assertEquals(404, circuit.get(REPORTS + "/1999-01").statusCode());
    assertEquals(404, circuit.get(REPORTS + "/2999").statusCode());
    assertEquals(404, circuit.get(REPORTS + "/9999-12").statusCode(), "no period comes after it");
    assertEquals(404, circuit.get(REPORTS + "/" + month + "?edition=1").statusCode(), "it runs");
    assertEquals(404, circuit.get(REPORTS + "/" + month + "/tables/nothing").statusCode());
    assertEquals(400, circuit.get(REPORTS + "/2026-13").statusCode());
  }

  @Test
  @Order(8)
  void noFilterMakesACellThatIsNotFixed() {
    String report = REPORTS + "/" + month;
    for (String filter : List.of("area=BU0363MA01", "sector=G", "from=2026-01-01", "payer=anna")) {
      assertEquals(400, circuit.get(report + "?" + filter).statusCode(), filter);
      assertEquals(400, circuit.get(report + "/tables/closing?" + filter).statusCode(), filter);
    }
    for (String period : List.of("2026-W10", "2026-03-01", "2026-01..2026-03", "2026-Q5")) {
      assertEquals(400, circuit.get(REPORTS + "/" + period).statusCode(), period);
    }
  }

  @Test
  @Order(9)
  void aMonthThatIsOverHasAnEditionThatNeverChanges() {
    LEAP_MICROS.set(TimeUnit.DAYS.toMicros(DAYS_TO_LEAP));
    circuit.post("/v1/payments", pay(100)); // too late, and so a refusal in the next month
    JsonObject list = await(
        REPORTS,
        "",
        each -> each.getJsonArray("reports")
                .getJsonObject(0)
                .getJsonArray("editions")
                .size()
            == 1);
    assertTrue(list.getJsonArray("reports").getJsonObject(0).getBoolean("closed"));
    HttpResponse<String> edition = circuit.get(REPORTS + "/" + month + "?edition=1");
    assertEquals("public, max-age=31536000, immutable", header(edition, "Cache-Control"));
    frozen = edition.body();
    HttpResponse<String> latest = circuit.get(REPORTS + "/" + month);
    assertEquals(frozen, latest.body());
    HttpResponse<String> again = circuit.send(circuit
        .request(REPORTS + "/" + month)
        .header("If-None-Match", "\"of-another\", W/" + header(latest, "ETag"))
        .build());
    CONTRACT.assertFits("getReport", again, again.body());
    assertEquals(304, again.statusCode());
    assertEquals(404, circuit.get(REPORTS + "/" + month + "?edition=2").statusCode());
  }

  @Test
  @Order(10)
  void theCatalogueHasADistributionForEachEditionAndFormat() {
    HttpResponse<String> answer = circuit.get("/v1/circulation/catalogue");
    CONTRACT.assertFits("getDataCatalogue", answer, answer.body());
    JsonObject set = new JsonObject(answer.body()).getJsonArray("dcat:dataset").getJsonObject(0);
    List<String> addresses = new ArrayList<>();
    set.getJsonArray("dcat:distribution")
        .forEach(each ->
            addresses.add(((JsonObject) each).getJsonObject("dcat:downloadURL").getString("@id")));
    String base = circuit.server.address() + REPORTS + "/" + month;
    assertTrue(addresses.contains(base + "/tables/closing?edition=1"), addresses.toString());
    assertTrue(addresses.contains(base + "?edition=1"), addresses.toString());
    assertEquals(
        200, circuit.get(REPORTS + "/" + month + "/tables/closing?edition=1").statusCode());
  }

  @Test
  @Order(8)
  void areasHaveTheNamesAndBoundariesThatTheOperatorGave() {
    HttpResponse<String> names = circuit.get("/v1/areas");
    CONTRACT.assertFits("listAreas", names, names.body());
    assertEquals(8, new JsonObject(names.body()).getJsonArray("areas").size());
    assertEquals(2025, new JsonObject(names.body()).getInteger("year"));
    assertEquals("public, max-age=3600", header(names, "Cache-Control"));
    HttpResponse<String> map = circuit.get("/v1/areas/map");
    CONTRACT.assertFits("getAreaMap", map, map.body());
    assertEquals(8, new JsonObject(map.body()).getJsonArray("features").size());
    HttpResponse<String> again = circuit.send(circuit
        .request("/v1/areas/map")
        .header("If-None-Match", header(map, "ETag"))
        .build());
    assertEquals(304, again.statusCode());
  }

  @Test
  @Order(11)
  void aRestartGivesTheSameBytes() {
    String audit = circuit.get(AUDIT + month, auditor).body();
    JsonObject running = await(REPORTS + "/" + next(), "", hasAll());
    circuit.server.close();
    try (Server again = Server.start(config(), end -> {})) {
      circuit.moveTo(again.address());
      assertEquals(frozen, text(REPORTS + "/" + month, ""));
      assertEquals(audit, text(AUDIT + month, circuit.token(circuit.auditor)));
      assertEquals(running, await(REPORTS + "/" + next(), "", report -> true));
      assertNotEquals(frozen, text(REPORTS + "/" + next(), ""));
    }
  }

  @Test
  @Order(12)
  void whatWasPublishedFollowsFromAnExportAndNothingElseDoes() throws IOException {
    Path books = folder.resolve("books");
    assertEquals(0, CommandRun.of("export", "--data=" + data, "--out=" + books).exitCode());
    Path published = Files.writeString(folder.resolve("published.json"), frozen);
    CommandRun run = CommandRun.of("verify", books.toString(), "--report=" + published);
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().contains("REPORT PASS"), run.out());
    Path paper = folder.resolve("paper.pdf");
    run = CommandRun.of(
        "report", books.toString(), month, "--public", "--pdf=" + paper, "--language=en");
    assertEquals(0, run.exitCode(), run.out());
    assertEquals("", run.out());
    try (PDDocument document = Loader.loadPDF(paper.toFile())) {
      assertEquals("en", document.getDocumentCatalog().getLanguage());
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("+" + ledgerKeyId() + "+"), text);
    }
    assertEquals(
        2, CommandRun.of("report", books.toString(), month, "--language=fr").exitCode());
    Files.writeString(published, frozen.replaceFirst("5000", "5010"));
    run = CommandRun.of("verify", books.toString(), "--report=" + published);
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("REPORT FAIL: table closing, row "), run.out());
  }

  private static String ledgerKeyId() throws IOException {
    return Files.readString(folder.resolve("books/log.vkey")).split("\\+", 3)[1];
  }

  /** The month of the first entry behind the leap. */
  private static String next() {
    return Instant.now().plus(Duration.ofDays(DAYS_TO_LEAP)).toString().substring(0, 7);
  }

  private static long amount(JsonObject report, String item) {
    return report.getJsonArray("tables").getJsonObject(0).getJsonArray("rows").stream()
        .map(JsonArray.class::cast)
        .filter(row -> row.getString(0).equals(item))
        .findFirst()
        .orElseThrow()
        .getLong(1);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Asks until the journal has been read. */
  private static String text(String path, String token) {
    return awaited(path, token, report -> true).body();
  }

  private static JsonObject await(String path, String token, Predicate<JsonObject> isThere) {
    return new JsonObject(awaited(path, token, isThere).body());
  }

  private static HttpResponse<String> awaited(
      String path, String token, Predicate<JsonObject> isThere) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      HttpResponse<String> answer = token.isEmpty() ? circuit.get(path) : circuit.get(path, token);
      if (answer.statusCode() == 200 && isThere.test(new JsonObject(answer.body()))) {
        return answer;
      }
      assertTrue(
          System.nanoTime() < until,
          path + " answers " + answer.statusCode() + " " + answer.body());
      Thread.onSpinWait();
    }
  }
}
