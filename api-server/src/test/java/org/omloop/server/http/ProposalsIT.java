package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/** One operator signs and lays an order ready; another signs the same bytes and sends the whole. */
class ProposalsIT {
  @TempDir
  static Path data;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static Order newKey(AccountId account, SigningKey key, Terms terms) {
    return new Order.KeyAdd(
        terms,
        account,
        key.publicKey(),
        Set.of(Right.PAY, Right.RECEIVE),
        account.value(),
        "phone",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Order newKey(AccountId account, SigningKey key) {
    return newKey(account, key, RunningCircuit.terms());
  }

  private static HttpResponse<String> propose(SignedOrder order) {
    HttpResponse<String> answer = circuit.post("/v1/proposals", order);
    CONTRACT.assertFits("createProposal", answer, answer.body());
    return answer;
  }

  private static List<String> open(SigningKey who) {
    HttpResponse<String> answer = circuit.get("/v1/proposals", circuit.token(who));
    CONTRACT.assertFits("listProposals", answer, answer.body());
    JsonArray list = new JsonObject(answer.body()).getJsonArray("proposals");
    return list.stream().map(each -> ((JsonObject) each).getString("order")).toList();
  }

  private static HttpResponse<String> withdraw(OrderId order, SigningKey who) {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/proposals/" + order + "/withdrawals")
        .header("Authorization", "Bearer " + circuit.token(who))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
    CONTRACT.assertFits("withdrawProposal", answer, answer.body());
    return answer;
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type");
  }

  @Test
  void itLiesReadyUntilTwoHaveSigned() {
    Order order = newKey(RunningCircuit.BO, RunningCircuit.newKey());
    SignedOrder proposed = SignedOrder.sign(order, circuit.operator);
    assertEquals(201, propose(proposed).statusCode());
    assertEquals(201, propose(proposed).statusCode(), "the same again");
    for (SigningKey who : List.of(circuit.operator, circuit.approver, circuit.auditor)) {
      assertTrue(open(who).contains(proposed.id().toString()));
    }
    SignedOrder whole = SignedOrder.sign(order, List.of(circuit.operator, circuit.approver));
    assertEquals(201, circuit.post("/v1/orders", whole).statusCode());
    assertTrue(open(circuit.operator).stream().noneMatch(proposed.id().toString()::equals));
  }

  @Test
  void whoMadeItMayNotSignTwice() {
    SignedOrder proposed =
        SignedOrder.sign(newKey(RunningCircuit.BO, RunningCircuit.newKey()), circuit.operator);
    propose(proposed);
    assertTrue(maySign(proposed, circuit.approver));
    assertFalse(maySign(proposed, circuit.operator));
    assertFalse(maySign(proposed, circuit.auditor));
  }

  private static boolean maySign(SignedOrder proposed, SigningKey who) {
    HttpResponse<String> answer = circuit.get("/v1/proposals", circuit.token(who));
    return new JsonObject(answer.body())
        .getJsonArray("proposals").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("order").equals(proposed.id().toString()))
            .findFirst()
            .orElseThrow()
            .getBoolean("maySign");
  }

  @Test
  void byItselfItBooksNothing() {
    SigningKey key = RunningCircuit.newKey();
    SignedOrder proposed = SignedOrder.sign(newKey(RunningCircuit.BO, key), circuit.operator);
    propose(proposed);
    assertEquals(401, circuit.signIn(key, circuit.challenge()).statusCode());
  }

  @Test
  void whoeverWithdrawsItTakesItAway() {
    SignedOrder proposed =
        SignedOrder.sign(newKey(RunningCircuit.BO, RunningCircuit.newKey()), circuit.approver);
    propose(proposed);
    assertEquals("403 /problems/right-missing", problem(withdraw(proposed.id(), circuit.auditor)));
    assertEquals("403 /problems/right-missing", problem(withdraw(proposed.id(), circuit.bo)));
    assertEquals(200, withdraw(proposed.id(), circuit.operator).statusCode());
    assertEquals(200, withdraw(proposed.id(), circuit.operator).statusCode(), "a second time");
    assertTrue(open(circuit.operator).stream().noneMatch(proposed.id().toString()::equals));
    assertEquals(
        "409 /problems/proposal-conflict", problem(propose(proposed)), "nor does it come back");
    OrderId none = OrderId.create(System.currentTimeMillis(), new SecureRandom());
    assertEquals("404 /problems/not-found", problem(withdraw(none, circuit.operator)));
  }

  @Test
  void othersProposeNothing() {
    Order order = newKey(RunningCircuit.BO, RunningCircuit.newKey());
    assertEquals(
        "400 /problems/unknown-signer", problem(propose(SignedOrder.sign(order, circuit.bo))));
    assertEquals(
        "403 /problems/right-missing", problem(propose(SignedOrder.sign(order, circuit.auditor))));
    String text = SignedOrder.sign(order, circuit.operator).text();
    String forged = text.substring(0, text.lastIndexOf('.') + 1)
        + SignedOrder.sign(newKey(RunningCircuit.BO, RunningCircuit.newKey()), circuit.operator)
            .text()
            .replaceAll(".*\\.", "");
    assertEquals(
        "400 /problems/wrong-signature",
        problem(circuit.post("/v1/proposals", "application/jose", forged)));
  }

  @Test
  void whatCanNeverBeBookedIsNotKept() {
    Terms good = RunningCircuit.terms();
    long now = RunningCircuit.now();
    SigningKey key = RunningCircuit.newKey();
    Terms over = new Terms(good.ledger(), good.id(), now - 100, now - 10);
    Terms early = new Terms(good.ledger(), good.id(), now + 1_000, now + 2_000);
    Terms elsewhere = new Terms("other.example/kring", good.id(), now, now + 100);
    Terms tooLong = new Terms(good.ledger(), good.id(), now, now + 8 * 24 * 3_600);
    for (Terms wrong : List.of(over, early, elsewhere, tooLong)) {
      SignedOrder order = SignedOrder.sign(newKey(RunningCircuit.BO, key, wrong), circuit.operator);
      assertEquals("400 /problems/malformed-request", problem(propose(order)));
    }
    assertEquals(
        "400 /problems/malformed-order",
        problem(circuit.post("/v1/proposals", "application/jose", "x.y.z")));
  }

  @Test
  void oneIdHasOneMeaning() {
    Terms terms = RunningCircuit.terms();
    propose(SignedOrder.sign(
        newKey(RunningCircuit.BO, RunningCircuit.newKey(), terms), circuit.operator));
    SignedOrder other = SignedOrder.sign(
        newKey(RunningCircuit.BO, RunningCircuit.newKey(), terms), circuit.operator);
    assertEquals("409 /problems/proposal-conflict", problem(propose(other)));
  }

  @Test
  void aRecoveredKeyWaitsForADay() {
    SigningKey recovered = RunningCircuit.newKey();
    SignedOrder add = SignedOrder.sign(
        newKey(RunningCircuit.ANNA, recovered), List.of(circuit.operator, circuit.approver));
    assertEquals(201, circuit.post("/v1/keys", add).statusCode());
    HttpResponse<String> answer = circuit.signIn(recovered, circuit.challenge());
    CONTRACT.assertFits("createSession", answer, answer.body());
    assertEquals("403 /problems/key-waits", problem(answer));
    JsonObject waiting = new JsonObject(answer.body());
    assertEquals("anna", waiting.getString("account"));
    long seconds =
        Instant.parse(waiting.getString("activeFrom")).getEpochSecond() - RunningCircuit.now();
    assertTrue(seconds > 86_000 && seconds <= 86_400, waiting.encode());
    HttpResponse<String> payment = circuit.post("/v1/payments", RunningCircuit.pay(10, recovered));
    assertEquals("422 /problems/key-lacks-right", problem(payment));
    JsonObject listed = listed(recovered);
    assertEquals(waiting.getString("activeFrom"), listed.getString("activeFrom"));
    SignedOrder revoke = RunningCircuit.revoke(RunningCircuit.ANNA, recovered, circuit.anna);
    assertEquals(201, circuit.post("/v1/keys", revoke).statusCode());
    assertEquals(401, circuit.signIn(recovered, circuit.challenge()).statusCode());
  }

  private static JsonObject listed(SigningKey key) {
    HttpResponse<String> answer =
        circuit.get("/v1/accounts/anna/keys", circuit.token(circuit.anna));
    CONTRACT.assertFits("listKeys", answer, answer.body());
    return new JsonObject(answer.body())
        .getJsonArray("keys").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("key").equals(key.publicKey().keyId().text()))
            .findFirst()
            .orElseThrow();
  }
}
