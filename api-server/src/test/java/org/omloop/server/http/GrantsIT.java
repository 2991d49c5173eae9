package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.proposals.ProposalStore;

/** A programme's two people hand out: foreseen, laid ready by one, signed by the other; nobody else has a part in it. */
class GrantsIT {
  private static final AccountId LUNCH = new AccountId("city-lunch");
  private static final ContractCheck CONTRACT = new ContractCheck();

  @TempDir
  static Path data;

  private static final SigningKey ONE = RunningCircuit.newKey();
  private static final SigningKey OTHER = RunningCircuit.newKey();
  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    openProgramme(LUNCH);
    book(
        new Order.Issue(RunningCircuit.terms(), LUNCH, Amount.of(20_000), "lunch-1"),
        circuit.operator);
    board(LUNCH, ONE, "one-of-lunch");
    board(LUNCH, OTHER, "other-of-lunch");
  }

  private static void openProgramme(AccountId account) {
    book(
        new Order.Open(
            RunningCircuit.terms(),
            account,
            AccountType.TREASURY,
            new Classification(Role.GOVERNMENT, "", ""),
            Optional.empty()),
        circuit.operator);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static void book(Order order, SigningKey... keys) {
    HttpResponse<String> answer = circuit.post("/v1/orders", RunningCircuit.sign(order, keys));
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private static void board(AccountId account, SigningKey key, String holder) {
    book(
        new Order.KeyAdd(
            RunningCircuit.terms(),
            account,
            key.publicKey(),
            Set.of(Right.PAY),
            holder,
            "board",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        circuit.operator,
        circuit.approver);
  }

  private static Order.Grant grant(AccountId to, long amount) {
    return grant(LUNCH, to, amount);
  }

  private static Order.Grant grant(AccountId from, AccountId to, long amount) {
    return new Order.Grant(RunningCircuit.terms(), from, to, Amount.of(amount), "lunch");
  }

  /** Returns the status and the problem, if it is one. */
  private static String propose(Order order, SigningKey who) {
    HttpResponse<String> answer = circuit.post("/v1/proposals", RunningCircuit.sign(order, who));
    CONTRACT.assertFits("createProposal", answer, answer.body());
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type", "");
  }

  private static HttpResponse<String> preview(String body, SigningKey who) {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/grants/previews")
        .header("Authorization", "Bearer " + circuit.token(who))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
    CONTRACT.assertFits("previewGrants", answer, answer.body());
    return answer;
  }

  private static List<String> waiting(SigningKey who) {
    HttpResponse<String> answer = circuit.get("/v1/proposals", circuit.token(who));
    CONTRACT.assertFits("listProposals", answer, answer.body());
    return new JsonObject(answer.body())
        .getJsonArray("proposals").stream()
            .map(JsonObject.class::cast)
            .map(each -> each.getString("order") + " " + each.getBoolean("maySign"))
            .toList();
  }

  @Test
  void theListIsCheckedAgainstTheAccounts() {
    JsonObject answer = new JsonObject(preview(
            "{\"rows\":[{\"to\":\"bo\",\"amount\":15000},{\"to\":\"anna\",\"amount\":15000},"
                + "{\"to\":\"nobody\",\"amount\":1},{\"to\":\"city-lunch\",\"amount\":1}]}",
            ONE)
        .body());
    assertEquals(
        new JsonArray()
            .add(new JsonObject().put("to", "anna").put("reason", "balance-cap-exceeded"))
            .add(new JsonObject().put("to", "nobody").put("reason", "unknown-account"))
            .add(new JsonObject().put("to", "city-lunch").put("reason", "policy-forbids")),
        answer.getJsonArray("faults"));
    for (String wrong : List.of(
        "{}",
        "[]",
        "{\"rows\":[]}",
        "{\"rows\":[1]}",
        "{\"rows\":[{\"to\":\"bo\"}]}",
        "{\"programme\":1,\"rows\":[{\"to\":\"bo\",\"amount\":1}]}",
        "{\"rows\":[{\"to\":\"B O\",\"amount\":1}]}",
        "{\"rows\":[{\"to\":\"bo\",\"amount\":0}]}",
        "{\"rows\":[{\"to\":\"bo\",\"amount\":1},{\"to\":\"bo\",\"amount\":2}]}")) {
      assertEquals(400, preview(wrong, ONE).statusCode(), wrong);
    }
    for (SigningKey other : List.of(circuit.anna, circuit.operator, circuit.auditor)) {
      assertEquals(403, preview("{}", other).statusCode());
    }
  }

  @Test
  void theListIsCheckedAgainstWhatWasLaidDown() {
    layDown("snack", 0);
    layDown("supper", 86_400);
    assertEquals(
        new JsonArray()
            .add(new JsonObject().put("to", "bo").put("reason", "already-granted"))
            .add(new JsonObject().put("to", "bakery").put("reason", "budget-exceeded")),
        faults("snack", "anna", 200, "bo", 250, "bakery", 150));
    assertEquals(
        new JsonArray().add(new JsonObject().put("to", "anna").put("reason", "programme-closed")),
        faults("supper", "anna", 1));
    assertEquals(new JsonArray(), faults("of-no-terms", "anna", 200, "bo", 250));
  }

  private static void layDown(String programme, long startsIn) {
    long now = RunningCircuit.now();
    book(
        new Order.Programme(
            RunningCircuit.terms(),
            LUNCH,
            programme,
            Amount.of(300),
            now + startsIn,
            now + startsIn + 3_600,
            Optional.of(Amount.of(200)),
            List.of(),
            0,
            List.of(),
            List.of(),
            Optional.empty()),
        circuit.operator,
        circuit.approver);
  }

  private static JsonArray faults(String programme, Object... rows) {
    JsonArray list = new JsonArray();
    for (int at = 0; at < rows.length; at += 2) {
      list.add(new JsonObject().put("to", rows[at]).put("amount", rows[at + 1]));
    }
    JsonObject draft = new JsonObject().put("programme", programme).put("rows", list);
    HttpResponse<String> answer = preview(draft.encode(), ONE);
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body()).getJsonArray("faults");
  }

  @Test
  void onePersonLaysItReadyAndAnotherSigns() {
    Order.Grant order = grant(RunningCircuit.BO, 1_000);
    SignedOrder proposed = RunningCircuit.sign(order, ONE);
    HttpResponse<String> answer = circuit.post("/v1/proposals", proposed);
    CONTRACT.assertFits("createProposal", answer, answer.body());
    assertEquals(201, answer.statusCode(), answer.body());
    assertTrue(waiting(ONE).contains(proposed.id() + " false"));
    assertTrue(waiting(OTHER).contains(proposed.id() + " true"));
    assertTrue(waiting(circuit.operator).stream()
        .noneMatch(each -> each.contains(proposed.id().toString())));
    assertTrue(waiting(circuit.auditor).contains(proposed.id() + " false"));
    assertEquals(403, circuit.get("/v1/proposals", circuit.token(circuit.bo)).statusCode());
    HttpResponse<String> booked =
        circuit.post("/v1/orders", RunningCircuit.sign(order, ONE, OTHER));
    assertEquals(201, booked.statusCode(), booked.body());
    JsonObject programmes = new JsonObject(
        circuit.get("/v1/programmes", circuit.token(circuit.operator)).body());
    JsonObject lunch = programmes.getJsonArray("programmes").getJsonObject(0);
    assertEquals(1_000, lunch.getLong("granted"));
    assertEquals(1, lunch.getInteger("beneficiaries"));
    assertEquals(19_000, programmes.getJsonArray("accounts").getJsonObject(0).getLong("balance"));
  }

  @Test
  void nobodyElseHasAPartInIt() {
    SignedOrder strange = RunningCircuit.sign(grant(RunningCircuit.BO, 10), circuit.anna);
    assertEquals(400, circuit.post("/v1/proposals", strange).statusCode());
    SignedOrder byOffice = RunningCircuit.sign(grant(RunningCircuit.BO, 10), circuit.operator);
    assertEquals(400, circuit.post("/v1/proposals", byOffice).statusCode());
    SignedOrder freeze = RunningCircuit.sign(
        new Order.Suspend(RunningCircuit.terms(), RunningCircuit.BO, true), ONE);
    assertEquals(400, circuit.post("/v1/proposals", freeze).statusCode());
    SignedOrder proposed = RunningCircuit.sign(grant(RunningCircuit.BO, 20), ONE);
    circuit.post("/v1/proposals", proposed);
    assertEquals(403, withdraw(proposed, circuit.anna));
    assertEquals(404, withdraw(RunningCircuit.sign(grant(RunningCircuit.BO, 30), ONE), OTHER));
    assertEquals(200, withdraw(proposed, OTHER));
    assertTrue(
        waiting(OTHER).stream().noneMatch(each -> each.contains(proposed.id().toString())));
  }

  /** No phone of a member is a place to put things in the office's way. */
  @Test
  void aMembersOwnAccountGrantsNothing() {
    Order.Grant own = grant(RunningCircuit.ANNA, RunningCircuit.BO, 10);
    assertEquals("403 /problems/right-missing", propose(own, circuit.anna));
    assertTrue(waiting(circuit.auditor).stream()
        .noneMatch(each -> each.contains(own.terms().id().toString())));
  }

  @Test
  void aClosedProgrammeGrantsNothing() {
    AccountId gone = new AccountId("city-gone");
    SigningKey key = RunningCircuit.newKey();
    openProgramme(gone);
    board(gone, key, "one-of-gone");
    assertEquals("201 ", propose(grant(gone, RunningCircuit.BO, 10), key));
    book(new Order.Close(RunningCircuit.terms(), gone), circuit.operator);
    assertEquals("403 /problems/right-missing", propose(grant(gone, RunningCircuit.BO, 10), key));
  }

  /** One that lays too many ready stands in nobody's way but its own. */
  @Test
  void aProgrammesManyHideNobodysOwn() {
    AccountId many = new AccountId("city-many");
    SigningKey key = RunningCircuit.newKey();
    openProgramme(many);
    board(many, key, "one-of-many");
    SignedOrder first = RunningCircuit.sign(grant(many, RunningCircuit.BO, 1), key);
    assertEquals(201, circuit.post("/v1/proposals", first).statusCode());
    for (int at = 1; at < ProposalStore.MOST; at++) {
      Order.Grant grant = grant(many, RunningCircuit.BO, 1);
      SignedOrder signed = RunningCircuit.sign(grant, key);
      assertEquals(201, circuit.post("/v1/proposals", signed).statusCode());
    }
    Order.Grant last = grant(many, RunningCircuit.BO, 1);
    assertEquals("409 /problems/proposals-full", propose(last, key));
    assertEquals(201, circuit.post("/v1/proposals", first).statusCode(), "the same again");

    Order.Suspend office = new Order.Suspend(RunningCircuit.terms(), RunningCircuit.BO, true);
    assertEquals("201 ", propose(office, circuit.operator));
    assertTrue(waiting(circuit.approver).contains(office.terms().id() + " true"));
    Order.Grant lunch = grant(RunningCircuit.BO, 40);
    assertEquals("201 ", propose(lunch, ONE));
    assertTrue(waiting(OTHER).contains(lunch.terms().id() + " true"));
    assertTrue(waiting(circuit.auditor).contains(lunch.terms().id() + " false"));

    assertEquals(200, withdraw(first, key));
    assertEquals("201 ", propose(last, key), "there is room again");
  }

  private static int withdraw(SignedOrder proposed, SigningKey who) {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/proposals/" + proposed.id() + "/withdrawals")
        .header("Authorization", "Bearer " + circuit.token(who))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
    CONTRACT.assertFits("withdrawProposal", answer, answer.body());
    return answer.statusCode();
  }
}
