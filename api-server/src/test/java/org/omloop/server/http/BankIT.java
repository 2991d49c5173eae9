package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order.Issue;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.bank.BankDesk;
import org.omloop.server.bank.CamtText;
import org.omloop.server.bank.CreditorReference;
import org.omloop.server.bank.StatementOrders;
import org.omloop.server.bank.Vault;
import org.omloop.server.directory.Directory;
import org.omloop.server.founding.ServerKeys;
import org.omloop.server.postgres.BankTables;

/** Euros come in: the bank's file, whom its lines are for, and units issued against them, once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BankIT {
  @TempDir
  static Path data;

  @TempDir
  static Path folder;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static RunningCircuit circuit;
  private static String office;
  private static String reference;

  /** What has been taken in so far, as the bank goes on from it. */
  private static CamtText last;

  @BeforeAll
  static void start() throws IOException {
    for (String each : List.of("done", "refused")) {
      Files.createDirectories(folder.resolve(each));
      lay(folder.resolve(each).resolve("long-ago.xml"), 31);
      lay(folder.resolve(each).resolve("of-late.xml"), 29);
    }
    circuit = RunningCircuit.start(RunningCircuit.config(data).watching(folder));
    office = circuit.token(circuit.operator);
    reference = topUp(circuit.token(circuit.anna)).getString("reference");
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static void lay(Path file, int daysAgo) throws IOException {
    Files.writeString(file, "<Nm>Anna</Nm>");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
  }

  private static JsonObject topUp(String token) {
    HttpResponse<String> answer = circuit.get("/v1/accounts/anna/top-up-reference", token);
    assertEquals(200, answer.statusCode(), answer.body());
    CONTRACT.assertFits("getTopUpReference", answer, answer.body());
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> send(byte[] file) {
    return circuit.send(circuit
        .request("/v1/bank/statements")
        .header("Authorization", "Bearer " + office)
        .header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofByteArray(file))
        .build());
  }

  private static JsonObject taken(CamtText text) {
    HttpResponse<String> answer = send(text.bytes());
    assertEquals(200, answer.statusCode(), answer.body());
    CONTRACT.assertFits("takeBankStatements", answer, answer.body());
    return new JsonObject(answer.body());
  }

  private static List<JsonObject> list(String path, String of, String operation) {
    HttpResponse<String> answer = circuit.get(path, office);
    assertEquals(200, answer.statusCode(), answer.body());
    CONTRACT.assertFits(operation, answer, answer.body());
    return new JsonObject(answer.body())
        .getJsonArray(of).stream().map(JsonObject.class::cast).toList();
  }

  private static List<JsonObject> lines(String state) {
    return list("/v1/bank/lines?lineState=" + state, "lines", "listBankLines");
  }

  private static List<JsonObject> statements() {
    return list("/v1/bank/statements", "statements", "listBankStatements");
  }

  private static String notOk(JsonObject outcome) {
    return outcome.getJsonArray("checks").stream()
        .map(JsonObject.class::cast)
        .filter(each -> !each.getString("result").equals("ok"))
        .map(each -> each.getString("check") + " " + each.getString("reason"))
        .collect(Collectors.joining(", "));
  }

  private static HttpResponse<String> issue(String line, long amount) {
    return circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Issue(RunningCircuit.terms(), RunningCircuit.ANNA, Amount.of(amount), line),
            circuit.operator));
  }

  private static void soon(BooleanSupplier what) {
    long until = System.nanoTime() + 20_000_000_000L;
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "not within 20 s");
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Until the follower has seen the whole journal. */
  private static void soonLookedAt() {
    soon(() -> {
      try (Connection owner = circuit.server.database().ownerConnection();
          ResultSet found = owner
              .createStatement()
              .executeQuery("SELECT next = size FROM omloop.bank_cursor, omloop.journal_head")) {
        return found.next() && found.getBoolean(1);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  @Order(0)
  void whatWasDealtWithAMonthAgoIsGone() {
    soon(() -> !Files.exists(folder.resolve("done").resolve("long-ago.xml")));
    assertTrue(Files.exists(folder.resolve("done").resolve("of-late.xml")));
    assertTrue(Files.exists(folder.resolve("refused").resolve("long-ago.xml")), "the only copy");
  }

  @Test
  @Order(1)
  void aMemberHasOneStandingReferenceAndAllThatAPaymentNeeds() {
    JsonObject first = topUp(circuit.token(circuit.anna));
    assertEquals(first, topUp(office));
    assertTrue(CreditorReference.find(reference).isPresent());
    assertTrue(reference.matches("RF\\d\\dOML20\\d\\d[0-9A-HJKMNP-TV-Z]{8}"), reference);
    assertEquals("NL02 ABNA 0123 4567 89", first.getString("ibanInFours"));
    assertEquals(
        "BCD\n002\n1\nSCT\n\nCooperatie Omloop Oost U.A.\nNL02ABNA0123456789\n\n\n" + reference,
        first.getJsonObject("code").getString("text"));
  }

  @Test
  @Order(2)
  void aFileIsTakenInMatchedStatedAndIssuedOnce() {
    last = new CamtText("08", "S-1", 1, 0)
        .structured(2_500, "a-1", reference)
        .credit(1_000, "a-2", "voor Anna")
        .credit(700, "a-3", "RF33OML2026K7M2Q9XE")
        .debit(300, "a-4", "KOSTEN")
        .debit(50, "a-5", "OML019ac3b47f0070008000000000000001");
    JsonObject outcome = taken(last);
    assertEquals("taken", outcome.getString("outcome"));
    assertEquals("", notOk(outcome));
    assertEquals(5, outcome.getInteger("lines"));
    JsonObject stated = statements().get(0);
    assertEquals("stated", stated.getString("state"));
    assertEquals(3_850, stated.getLong("closing"));
    HttpResponse<String> entry =
        circuit.get("/v1/entries/" + stated.getLong("index"), circuit.token(circuit.auditor));
    assertEquals(200, entry.statusCode(), entry.body());
    assertEquals("statement", new JsonObject(entry.body()).getString("kind"), entry.body());

    JsonObject matched = lines("matched").get(0);
    assertEquals(1, lines("matched").size());
    assertEquals("anna", matched.getString("account"));
    assertEquals(2_500, matched.getLong("amount"));
    assertEquals("F. de Vries", matched.getString("otherName"));
    HttpResponse<String> audited =
        circuit.get("/v1/bank/lines?lineState=work", circuit.token(circuit.auditor));
    CONTRACT.assertFits("listBankLines", audited, audited.body());
    assertEquals(2, new JsonObject(audited.body()).getJsonArray("lines").size());
    for (String who : List.of("Vries", "NL91", "Anna")) {
      assertTrue(!audited.body().contains(who), "an auditor needs no names: " + who);
    }
    assertEquals(
        List.of("no-reference", "mistyped-reference"),
        lines("work").stream().map(each -> each.getString("reason")).toList());
    assertEquals("KOSTEN", lines("debit").get(0).getString("endToEndId"));
    assertEquals(
        "019ac3b4-7f00-7000-8000-000000000001", lines("debit").get(1).getString("redemption"));

    Issue nobodys = new Issue(
        RunningCircuit.terms(), RunningCircuit.ANNA, Amount.of(1), matched.getString("line"));
    assertEquals(
        422,
        circuit.post("/v1/orders", RunningCircuit.sign(nobodys, circuit.anna)).statusCode());
    soonLookedAt();
    assertEquals(List.of(matched), lines("matched"), "a member's word is no news of a line");

    assertEquals(201, issue(matched.getString("line"), 2_500).statusCode());
    soon(() -> lines("matched").isEmpty());
    assertEquals(matched.getString("line"), lines("booked").get(0).getString("line"));
    HttpResponse<String> again = issue(matched.getString("line"), 2_500);
    assertEquals(422, again.statusCode());
    assertTrue(again.body().contains("bank-reference-used"), again.body());
    assertEquals("", lines("booked").get(0).getString("reason"), "what is booked stays so");
  }

  @Test
  @Order(3)
  void theSameFileAgainChangesNothing() {
    int before = statements().size();
    JsonObject outcome = taken(last);
    assertEquals("known", outcome.getString("outcome"));
    assertEquals("I1 already-imported", notOk(outcome));
    assertEquals(before, statements().size());
    assertEquals(2, lines("work").size());
  }

  @Test
  @Order(4)
  void whatIsMissingIsWaitedFor() {
    CamtText wrong = new CamtText("02", "S-2", 2, last.closing() + 5).on("2026-11-24");
    assertEquals("held", taken(wrong).getString("outcome"));
    CamtText two = new CamtText("02", "S-2", 2, last.closing()).credit(100, "b-1", "x");
    CamtText three =
        new CamtText("02", "S-3", 3, two.closing()).on("2026-11-25").credit(200, "c-1", "y");
    JsonObject held = taken(three);
    assertEquals("held", held.getString("outcome"));
    assertEquals("I7 gap, I8 number-missing", notOk(held));
    assertEquals(2, lines("work").size(), "nothing of it counts yet");
    JsonObject both = taken(two.on("2026-11-24"));
    assertEquals(new JsonArray(List.of("S-2", "S-3")), both.getJsonArray("statements"));
    assertEquals(4, lines("work").size());
    assertTrue(statements().stream().allMatch(each -> each.getString("state").equals("stated")));
    last = three;
  }

  @Test
  @Order(5)
  void whatIsWrongIsNamedAndChangesNothing() {
    int before = statements().size();
    List<JsonObject> work = lines("work");
    CamtText other = new CamtText("02", "S-9", 4, last.closing()).of("NL91ABNA0417164300");
    HttpResponse<String> answer = send(other.bytes());
    assertEquals(400, answer.statusCode());
    CONTRACT.assertFits("takeBankStatements", answer, answer.body());
    JsonObject problem = new JsonObject(answer.body());
    assertTrue(problem.getString("type").endsWith("/bank-file-refused"), answer.body());
    assertEquals(
        "other-account", problem.getJsonArray("errors").getJsonObject(0).getString("code"));
    assertEquals("/I3", problem.getJsonArray("errors").getJsonObject(0).getString("pointer"));
    assertEquals(400, send("<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_8)).statusCode());
    assertEquals(413, send(new byte[21 * 1024 * 1024]).statusCode());
    assertEquals(before, statements().size());
    assertEquals(work, lines("work"));
  }

  @Test
  @Order(6)
  void aRefusedIssuePutsTheLineOnTheWorkList() {
    CamtText text = new CamtText("02", "S-4", 4, last.closing())
        .on("2026-11-26")
        .structured(14_000, "d-1", reference);
    assertEquals("taken", taken(text).getString("outcome"));
    last = text;
    String line = lines("matched").get(0).getString("line");
    assertEquals(422, issue(line, 14_000).statusCode(), "more than 150.00 a month");
    soon(() -> lines("matched").isEmpty());
    JsonObject work = lines("work").stream()
        .filter(each -> each.getString("line").equals(line))
        .findFirst()
        .orElseThrow();
    assertTrue(work.getString("reason").startsWith("refused-"), work.encode());
    assertEquals("anna", work.getString("account"));
  }

  @Test
  @Order(7)
  void theWatchedFolderTakesFilesThatStandStill() throws IOException {
    CamtText text = new CamtText("08", "S-5", 5, last.closing()).on("2026-11-27");
    Path half = Files.writeString(folder.resolve("in").resolve(".half"), "<");
    Files.write(folder.resolve("in").resolve("day.xml"), text.bytes());
    Files.writeString(folder.resolve("in").resolve("bad.xml"), "<Document");
    Path why = folder.resolve("refused").resolve("bad.xml.txt");
    soon(() -> Files.exists(folder.resolve("done").resolve("day.xml"))
        && Files.exists(folder.resolve("refused").resolve("bad.xml")));
    assertTrue(Files.readString(why).startsWith("I2 broken-xml"));
    assertTrue(Files.exists(half));
    assertTrue(
        statements().stream().anyMatch(each -> each.getString("statement").equals("S-5")));
    int before = statements().size();
    Files.write(folder.resolve("in").resolve("the same again.xml"), text.bytes());
    soon(() -> Files.exists(folder.resolve("done").resolve("the same again.xml")));
    assertEquals(before, statements().size(), "a file that is known changes nothing");
    last = text;
  }

  /** As a kill between file and journal leaves it: another desk keeps the file and never reaches the journal. */
  @Test
  @Order(8)
  void whatIsKeptAndNotStatedIsStatedLater() {
    CamtText text = new CamtText("08", "S-6", 6, last.closing()).on("2026-11-30");
    Vertx vertx = Vertx.vertx();
    try {
      SigningKey server = ServerKeys.in(data.resolve("keys"), false).server();
      Directory directory = circuit.server.books().directory();
      BankDesk killed = new BankDesk(
          vertx,
          new BankTables(vertx, circuit.server.database(), new Vault(server)),
          new StatementOrders(() -> RunningCircuit.ORIGIN, server, RunningCircuit::now),
          directory::policy,
          directory::genesis,
          directory::lastStatement,
          order -> Future.failedFuture("killed"),
          RunningCircuit::now);
      CompletionException end = assertThrows(CompletionException.class, () -> killed
          .take(text.bytes(), "")
          .toCompletionStage()
          .toCompletableFuture()
          .join());
      assertEquals("killed", end.getCause().getMessage());
    } finally {
      vertx.close();
    }
    soon(() -> statements().get(0).getString("state").equals("stated"));
    assertEquals("S-6", statements().get(0).getString("statement"));
    assertEquals("known", taken(text).getString("outcome"));
  }

  @Test
  @Order(9)
  void whoPaidIsSealedInTheDatabase() throws SQLException {
    try (Connection owner = circuit.server.database().ownerConnection();
        ResultSet found = owner.createStatement().executeQuery("""
                SELECT count(*) FROM omloop.bank_file f, omloop.bank_line l
                WHERE position(convert_to('Vries', 'UTF8') IN f.sealed || l.sealed) > 0""")) {
      assertTrue(found.next());
      assertEquals(0, found.getInt(1));
    }
  }
}
