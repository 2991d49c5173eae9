package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.signing.SigningKey;

/** Two operators lay a programme down; its partner hands out, the server grants its bonus, and one operator stops it. */
class ProgrammesIT {
  private static final AccountId CITY = new AccountId("city");
  private static final ContractCheck CONTRACT = new ContractCheck();
  private static final long DAY = 86_400;

  @TempDir
  static Path data;

  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    book(
        new Order.Open(
            RunningCircuit.terms(),
            CITY,
            AccountType.TREASURY,
            new Classification(Role.GOVERNMENT, "", ""),
            Optional.empty()),
        circuit.operator);
    book(
        new Order.Issue(RunningCircuit.terms(), CITY, Amount.of(20_000), "city-1"),
        circuit.operator);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static HttpResponse<String> submit(Order order, SigningKey... keys) {
    return circuit.post("/v1/orders", RunningCircuit.sign(order, keys));
  }

  private static JsonObject book(Order order, SigningKey... keys) {
    HttpResponse<String> answer = submit(order, keys);
    assertEquals(201, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static Order.Programme programme(
      String name, long budget, long ends, List<AccountId> partners, int bonus) {
    return new Order.Programme(
        RunningCircuit.terms(),
        CITY,
        name,
        Amount.of(budget),
        0,
        ends,
        Optional.of(Amount.of(500)),
        partners,
        bonus,
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static String handOut(AccountId to, String name, SigningKey key) {
    HttpResponse<String> answer = circuit.post(
        "/v1/grants",
        RunningCircuit.sign(
            new Order.Grant(RunningCircuit.terms(), CITY, to, Amount.of(500), name), key));
    CONTRACT.assertFits("createGrant", answer, answer.body());
    JsonObject said = new JsonObject(answer.body());
    return answer.statusCode() + said.getString("type", "").replaceFirst(".*/", " ");
  }

  private static JsonArray handOuts(SigningKey key) {
    HttpResponse<String> answer = circuit.get("/v1/hand-outs", circuit.token(key));
    CONTRACT.assertFits("listHandOuts", answer, answer.body());
    return new JsonObject(answer.body()).getJsonArray("handOuts");
  }

  private static JsonObject laidDown(String name) {
    HttpResponse<String> answer = circuit.get("/v1/programmes", circuit.token(circuit.operator));
    CONTRACT.assertFits("listProgrammes", answer, answer.body());
    return new JsonObject(answer.body())
        .getJsonArray("laidDown").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("programme").equals(name))
            .findFirst()
            .orElseThrow();
  }

  private static long balance(String account) {
    String path = "/v1/accounts/" + account + "/balance";
    return new JsonObject(circuit.get(path, circuit.token(circuit.operator)).body())
        .getLong("balance");
  }

  @Test
  void aPartnersCashierHandsOutToEachResidentOnceUntilItIsStopped() {
    long ends = RunningCircuit.now() + DAY;
    Order.Programme fair = programme("fair", 5_000, ends, List.of(RunningCircuit.BAKERY), 0);
    assertEquals("422 unknown-key", handOut(RunningCircuit.BO, "fair", circuit.cashier));
    assertEquals(new JsonArray(), handOuts(circuit.cashier));
    book(fair, circuit.operator, circuit.approver);
    JsonObject offered = handOuts(circuit.cashier).getJsonObject(0);
    assertEquals(500, offered.getLong("amount"));
    assertEquals(new JsonArray(), handOuts(circuit.bo), "no partner");

    assertEquals("201", handOut(RunningCircuit.BO, "fair", circuit.cashier));
    assertEquals("422 already-granted", handOut(RunningCircuit.BO, "fair", circuit.cashier));
    assertEquals("422 unknown-key", handOut(RunningCircuit.ANNA, "fair", circuit.bo));
    assertEquals(500, laidDown("fair").getLong("handedOut"));
    assertEquals(1, laidDown("fair").getLong("beneficiaries"));
    assertEquals("runs", laidDown("fair").getString("state"));

    Order.Programme over =
        programme("fair", 5_000, RunningCircuit.now(), List.of(RunningCircuit.BAKERY), 0);
    book(over, circuit.operator);
    assertEquals("over", laidDown("fair").getString("state"));
    assertEquals(new JsonArray(), handOuts(circuit.cashier));
    assertEquals("422 programme-closed", handOut(RunningCircuit.ANNA, "fair", circuit.cashier));
    HttpResponse<String> anew =
        submit(programme("fair", 5_000, ends, List.of(RunningCircuit.BAKERY), 0), circuit.operator);
    assertEquals(422, anew.statusCode());
    assertTrue(anew.body().contains("needs-second-signature"), anew.body());
  }

  /** Nobody asks for it: it is in the books with the top-up, until the budget is used up. */
  @Test
  void aTopUpBringsItsBonusByItself() {
    AccountId cem = new AccountId("cem");
    circuit.open(cem, Role.RESIDENT, RunningCircuit.newKey());
    book(
        programme("welcome", 700, RunningCircuit.now() + DAY, List.of(), 1_000),
        circuit.operator,
        circuit.approver);
    book(new Order.Issue(RunningCircuit.terms(), cem, Amount.of(4_000), "w-1"), circuit.operator);
    assertEquals(4_400, balance("cem"));
    book(new Order.Issue(RunningCircuit.terms(), cem, Amount.of(2_000), "w-2"), circuit.operator);
    assertEquals(6_500, balance("cem"), "at most 5.00 for each");
    AccountId dia = new AccountId("dia");
    circuit.open(dia, Role.RESIDENT, RunningCircuit.newKey());
    book(new Order.Issue(RunningCircuit.terms(), dia, Amount.of(4_000), "w-3"), circuit.operator);
    assertEquals(4_200, balance("dia"), "what is left of the budget");
    assertEquals(700, laidDown("welcome").getLong("handedOut"));
    book(
        programme("welcome", 900, RunningCircuit.now() + DAY, List.of(), 1_000),
        circuit.operator,
        circuit.approver);
    assertEquals(4_400, balance("dia"), "what she was owed when there was none left");
  }
}
