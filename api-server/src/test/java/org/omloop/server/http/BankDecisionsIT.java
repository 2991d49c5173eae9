package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order.Issue;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.AuditRun;
import org.omloop.server.bank.CamtText;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.bank.SignedAgreement;
import org.omloop.server.bank.SignedLineDecision;
import org.omloop.server.books.Audit;
import org.omloop.server.books.AuditResult;
import org.omloop.server.cli.CommandRun;
import org.omloop.server.postgres.KeptJournal;

/** What is for no member and of no payout is settled by two people with a reason; and an audit finds where it was not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BankDecisionsIT {
  private static final ContractCheck CONTRACT = new ContractCheck();
  private static final String LINE = CamtText.RESERVE + ":D-1:";

  @TempDir
  static Path data;

  private static RunningCircuit circuit;

  /** What this small circuit lacks anyway: its first units were issued against no line. */
  private static String before;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    CamtText day = new CamtText("08", "D-1", 1, 0)
        .on(LocalDate.now().toString())
        .credit(2_500, "wrong", "verkeerd overgemaakt")
        .credit(1_000, "gift", "voor Anna")
        .debit(2_500, "sent-back", "TERUG")
        .debit(300, "costs", "KOSTEN")
        .credit(4_000, "mistake", "van een ander")
        .reversal(4_000, false, "taken-back")
        .credit(300, "own", "aanvulling");
    bring(circuit, day);
    before = differing();
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static void bring(RunningCircuit circuit, CamtText text) {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/bank/statements")
        .header("Authorization", "Bearer " + circuit.token(circuit.operator))
        .header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofByteArray(text.bytes()))
        .build());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  /** Returns the name of a decision that has been taken back, in another test's circuit. */
  static String withdrawn(RunningCircuit other) {
    bring(other, new CamtText("08", "W-1", 1, 0).credit(100, "w", "x").debit(100, "v", "KOSTEN"));
    OrderId id = newId();
    String words = SignedLineDecision.sign(
        id,
        DecisionKind.COSTS,
        List.of(CamtText.RESERVE + ":W-1:v"),
        "bank costs",
        RunningCircuit.ORIGIN,
        RunningCircuit.now(),
        other.operator);
    assertEquals(
        201, other.post("/v1/bank/decisions", "application/jose", words).statusCode());
    assertEquals(200, withdraw(other, id).statusCode());
    return id.toString();
  }

  private static HttpResponse<String> withdraw(RunningCircuit circuit, OrderId id) {
    return circuit.send(circuit
        .request("/v1/bank/decisions/" + id + "/withdrawals")
        .header("Authorization", "Bearer " + circuit.token(circuit.operator))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
  }

  private static OrderId newId() {
    return OrderId.create(System.currentTimeMillis(), new SecureRandom());
  }

  private static HttpResponse<String> decide(
      OrderId id, SigningKey by, DecisionKind kind, String reason, String... lines) {
    HttpResponse<String> answer = circuit.post(
        "/v1/bank/decisions",
        "application/jose",
        SignedLineDecision.sign(
            id,
            kind,
            Arrays.stream(lines).map(LINE::concat).toList(),
            reason,
            RunningCircuit.ORIGIN,
            RunningCircuit.now(),
            by));
    CONTRACT.assertFits("createBankDecision", answer, answer.body());
    return answer;
  }

  private static HttpResponse<String> agree(OrderId id, String words, SigningKey by) {
    HttpResponse<String> answer = circuit.post(
        "/v1/bank/decisions/" + id + "/agreements",
        "application/jose",
        SignedAgreement.sign(id, words, RunningCircuit.ORIGIN, RunningCircuit.now(), by));
    CONTRACT.assertFits("agreeToBankDecision", answer, answer.body());
    return answer;
  }

  private static void settle(DecisionKind kind, String reason, String... lines) {
    OrderId id = newId();
    HttpResponse<String> said = decide(id, circuit.operator, kind, reason, lines);
    assertEquals(201, said.statusCode(), said.body());
    HttpResponse<String> agreed =
        agree(id, new JsonObject(said.body()).getString("signed"), circuit.approver);
    assertEquals(200, agreed.statusCode(), agreed.body());
    assertEquals("agreed", new JsonObject(agreed.body()).getString("state"));
  }

  private static void assertProblem(int status, String type, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("/" + type), answer.body());
  }

  private static List<String> open(String state) {
    JsonObject read = read(state);
    assertEquals(read.getJsonArray("lines").size(), read.getInteger("count"));
    return named(read);
  }

  private static JsonObject read(String state) {
    HttpResponse<String> answer =
        circuit.get("/v1/bank/lines?lineState=" + state, circuit.token(circuit.operator));
    CONTRACT.assertFits("listBankLines", answer, answer.body());
    return new JsonObject(answer.body());
  }

  private static List<String> named(JsonObject read) {
    return read.getJsonArray("lines").stream()
        .map(each -> ((JsonObject) each).getString("line").substring(LINE.length()))
        .toList();
  }

  private static String whose(String line) {
    return read("booked").getJsonArray("lines").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("line").endsWith(":" + line))
        .map(each -> each.getString("account", ""))
        .findFirst()
        .orElseThrow();
  }

  private static Audit audit() {
    try (KeptJournal kept = KeptJournal.beside(circuit.server.database())) {
      return AuditRun.of(kept, data).run(1, done -> {});
    }
  }

  private static String differing() {
    TreeSet<String> ids = new TreeSet<>();
    audit().results().stream()
        .filter(each -> each.verdict() == AuditResult.Verdict.DIFFERENCE)
        .forEach(each -> ids.add(each.check().name()));
    return String.join(" ", ids);
  }

  private static String said(String check) {
    return audit().results().stream()
        .filter(each -> each.check().name().equals(check))
        .map(AuditResult::english)
        .findFirst()
        .orElseThrow();
  }

  private static void alter(String sql) throws SQLException {
    try (Connection owner = circuit.server.database().ownerConnection()) {
      owner.createStatement().executeUpdate(sql);
    }
  }

  /** Until the follower has read of it; while it reads, the count may be of a moment before the list. */
  private static void soonBooked(String line) throws SQLException, InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    while (!named(read("booked")).contains(line)) {
      assertTrue(System.nanoTime() < until, "not within 20 s");
      Thread.sleep(100);
    }
  }

  @Test
  @Order(1)
  void whatDoesNotFitIsRefusedAndChangesNothing() {
    OrderId id = newId();
    assertProblem(
        409,
        "lines-do-not-fit",
        decide(id, circuit.operator, DecisionKind.RETURN, "x", "wrong", "costs"));
    assertProblem(
        409, "lines-do-not-fit", decide(id, circuit.operator, DecisionKind.COSTS, "x", "wrong"));
    assertProblem(
        409,
        "lines-do-not-fit",
        decide(id, circuit.operator, DecisionKind.RETURN, "x", "mistake", "taken-back"));
    assertProblem(
        400,
        "malformed-request",
        decide(
            id,
            circuit.operator,
            DecisionKind.RETURN,
            "back to f. de Vries",
            "wrong",
            "sent-back"));
    assertProblem(
        400,
        "malformed-request",
        decide(id, circuit.operator, DecisionKind.COSTS, "NL91 ABNA 0417 1643 00", "costs"));
    assertProblem(404, "not-found", decide(id, circuit.operator, DecisionKind.COSTS, "x", "no"));
    assertProblem(
        400,
        "malformed-request",
        decide(id, circuit.operator, DecisionKind.COSTS, "x".repeat(141), "costs"));
    assertProblem(
        400, "unknown-signer", decide(id, circuit.anna, DecisionKind.COSTS, "x", "costs"));
    assertProblem(
        403, "right-missing", decide(id, circuit.approver, DecisionKind.COSTS, "x", "costs"));
    assertEquals(List.of("costs", "sent-back"), open("debit"));
    assertEquals("R3 R4", before);
  }

  @Test
  @Order(2)
  void twoPeopleSettleAndTheReserveCloses() {
    OrderId id = newId();
    HttpResponse<String> said = decide(
        id,
        circuit.operator,
        DecisionKind.RETURN,
        "paid to the wrong account",
        "wrong",
        "sent-back");
    String words = new JsonObject(said.body()).getString("signed");
    assertEquals(201, said.statusCode(), said.body());
    assertProblem(
        409,
        "line-decided",
        decide(newId(), circuit.operator, DecisionKind.COSTS, "x", "sent-back"));
    OrderId other = newId();
    decide(other, circuit.operator, DecisionKind.COSTS, "by mistake", "costs");
    JsonObject back = new JsonObject(withdraw(circuit, other).body());
    assertEquals(circuit.operator.publicKey().keyId().text(), back.getString("withdrawnBy"));
    assertTrue(back.getString("decidedAt") != null, back.encode());
    assertProblem(409, "second-person-needed", agree(id, words, circuit.operator));
    assertProblem(409, "decision-conflict", agree(id, words + "x", circuit.approver));
    assertEquals(List.of("costs", "sent-back"), open("debit"), "one person settles nothing");
    assertEquals(200, agree(id, words, circuit.approver).statusCode());
    assertEquals(200, agree(id, words, circuit.approver).statusCode(), "its answer was lost");
    assertProblem(409, "line-decided", withdraw(circuit, id));

    settle(DecisionKind.REVERSAL, "the bank corrected itself", "mistake", "taken-back");
    settle(DecisionKind.COSTS, "costs of November", "costs");
    settle(DecisionKind.OWN_MONEY, "makes up for them", "own");
    assertEquals(List.of(), open("debit"));
    assertEquals(List.of("gift"), open("work"));
    assertEquals(0, audit().reserve().now().orElseThrow().difference());
    assertEquals(0, audit().reserve().now().orElseThrow().own());
    assertEquals("R3", differing());
    assertTrue(said("R4").contains("paid to the wrong account"), said("R4"));
    assertTrue(said("A1").contains("4 decisions about bank lines are of two people"), said("A1"));
  }

  @Test
  @Order(3)
  void thePackHasWhatPeopleSigned(@TempDir Path folder) throws IOException {
    Path pack = folder.resolve("pack.zip");
    CommandRun run = CommandRun.of("audit", "--data=" + data, "--pack=" + pack);
    assertTrue(Files.exists(pack), run.err());
    try (ZipFile zip = new ZipFile(pack.toFile())) {
      InputStream table = zip.getInputStream(zip.getEntry("audit/decisions.csv"));
      List<String> rows =
          new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertEquals(5, rows.size(), "a head and four decisions");
      for (String row : rows.subList(1, rows.size())) {
        String[] cells = row.split(",", -1);
        SignedLineDecision said = SignedLineDecision.parse(cells[5]).orElseThrow();
        assertEquals(cells[0], said.decision().toString());
        assertTrue(said.signed().isSignedBy(circuit.operator.publicKey()), row);
        SignedAgreement agreed = SignedAgreement.parse(cells[6]).orElseThrow();
        assertTrue(agreed.isAbout(cells[0], cells[5]), row);
        assertTrue(agreed.signed().isSignedBy(circuit.approver.publicKey()), row);
      }
    }
  }

  @Test
  @Order(4)
  void aMatchByHandKeepsItsReason() throws Exception {
    Issue order =
        new Issue(RunningCircuit.terms(), RunningCircuit.ANNA, Amount.of(1_000), LINE + "gift");
    Issue more =
        new Issue(RunningCircuit.terms(), RunningCircuit.ANNA, Amount.of(1_001), LINE + "gift");
    assertProblem(409, "line-has-other-amount", issue(more, circuit.operator, circuit.approver));
    assertProblem(409, "match-needs-two", issue(order, circuit.operator));
    assertProblem(409, "match-needs-reason", issue(order, circuit.operator, circuit.approver));
    HttpResponse<String> why = decide(
        order.terms().id(), circuit.operator, DecisionKind.MATCH, "asked by telephone", "gift");
    assertEquals(201, why.statusCode(), why.body());
    assertEquals("noted", new JsonObject(why.body()).getString("state"));
    assertProblem(409, "match-needs-two", issue(order, circuit.operator));
    assertEquals(201, issue(order, circuit.operator, circuit.approver).statusCode());
    soonBooked("gift");
    assertEquals("anna", whose("gift"));
    String evidence = said("R3");
    assertTrue(evidence.contains(": bank line " + LINE + "gift (no-reference)"), evidence);
    assertTrue(evidence.contains("by one: asked by telephone"), evidence);
    assertProblem(409, "line-decided", withdraw(circuit, order.terms().id()));
    alter("DELETE FROM omloop.bank_decision_line WHERE line = '" + LINE + "gift'");
    assertTrue(said("R3").contains("was matched by hand without a reason"), said("R3"));
    alter("DELETE FROM omloop.bank_decision WHERE kind = 'match'");
    assertProblem(
        409, "line-decided", decide(newId(), circuit.operator, DecisionKind.MATCH, "x", "gift"));
    decide(order.terms().id(), circuit.operator, DecisionKind.MATCH, "said afterwards", "gift");
    assertTrue(said("R3").contains("by one: said afterwards"), said("R3"));
    alter("DELETE FROM omloop.bank_booking WHERE key = '" + LINE + "gift'");
    assertProblem(
        409, "line-decided", decide(newId(), circuit.operator, DecisionKind.MATCH, "x", "gift"));
  }

  private static HttpResponse<String> issue(Issue order, SigningKey... by) {
    HttpResponse<String> answer = circuit.post("/v1/orders", RunningCircuit.sign(order, by));
    CONTRACT.assertFits("createOrder", answer, answer.body());
    return answer;
  }

  /** Each alteration is put back, so that the next stands alone. */
  @Test
  @Order(5)
  void whatIsAlteredIsFound() throws Exception {
    String costs = " WHERE kind = 'costs'";
    alter("UPDATE omloop.bank_decision SET second_key = key_id" + costs);
    assertEquals("A1 R3", differing(), "one person");
    alter("UPDATE omloop.bank_decision d SET second_key = o.second_key FROM omloop.bank_decision o"
        + " WHERE d.kind = 'costs' AND o.kind = 'return'");
    assertEquals("R3", differing());
    alter(
        "UPDATE omloop.bank_decision SET state = 'open', second_jws = NULL WHERE kind = 'return'");
    assertEquals("R3 R4", differing(), "nobody agreed to it");
    alter("UPDATE omloop.bank_decision SET state = 'agreed', second_jws = (SELECT second_jws"
        + " FROM omloop.bank_decision" + costs + " AND state = 'agreed') WHERE kind = 'return'");
    assertEquals("A1 R3", differing(), "agreed to other words");
  }

  @Test
  @Order(6)
  void whatStandsOtherwiseThanItWasSignedIsFound() throws Exception {
    alter("DELETE FROM omloop.bank_decision_line WHERE decision IN"
        + " (SELECT id FROM omloop.bank_decision WHERE kind = 'return')");
    String reserve = differing();
    assertTrue(!reserve.contains("A1"), reserve);
    altered("reason = reason || '!'", "reason = rtrim(reason, '!')");
    altered("jws = jws || 'A'", "jws = left(jws, -1)");
    altered("second_jws = left(second_jws, -4) || 'AAAA'", "second_jws = second_jws");
  }

  @Test
  @Order(7)
  void whatOnePersonIssuedAheadOfItsLineIsFound() throws Exception {
    String line = CamtText.RESERVE + ":D-2:early";
    Issue ahead = new Issue(RunningCircuit.terms(), RunningCircuit.BO, Amount.of(700), line);
    assertEquals(201, issue(ahead, circuit.operator).statusCode());
    bring(
        circuit,
        new CamtText("08", "D-2", 2, 1_000)
            .on(LocalDate.now().toString())
            .credit(700, "early", "voor wie?"));
    assertTrue(
        said("R3").contains("bank line " + line + " was matched by hand by one person"),
        said("R3"));
    soonBooked("early");
    assertEquals("bo", whose("early"));
  }

  /** Alters the decision about costs, sees A1 find it, and puts it back. */
  private static void altered(String change, String back) throws SQLException {
    alter("UPDATE omloop.bank_decision SET " + change + " WHERE kind = 'costs'");
    assertTrue(
        said("A1").contains("kept otherwise than two people signed it"), change + said("A1"));
    alter("UPDATE omloop.bank_decision SET " + back + " WHERE kind = 'costs'");
  }
}
