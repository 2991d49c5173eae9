package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.SignedDecision;
import org.omloop.server.payouts.SignedDraft;

/** Pays out in a test's circuit, over HTTP alone. */
final class PayoutDesk {
  private static final BankAccount BAKER =
      new BankAccount("NL91ABNA0417164300", "Bakkerij Müller", Base64Url.encode(new byte[16]));

  private final ContractCheck contract = new ContractCheck();
  private final RunningCircuit circuit;
  private boolean isTold;

  PayoutDesk(RunningCircuit circuit) {
    this.circuit = circuit;
    circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Issue(
                RunningCircuit.terms(), RunningCircuit.BAKERY, Amount.of(100_000), "bank-baker"),
            circuit.operator,
            circuit.approver));
  }

  static BatchId newBatch() {
    return BatchId.parse(
        OrderId.create(System.currentTimeMillis(), new SecureRandom()).toString());
  }

  /** Says which account the circuit pays from. */
  void nameReserve() {
    Order policy = new Order.PolicyChange(
        RunningCircuit.terms(),
        RunningCircuit.now(),
        Map.of(
            Setting.RESERVE_IBAN, Optional.of("NL02ABNA0123456789"),
            Setting.RESERVE_NAME, Optional.of("Coöperatie Kring Proef")));
    assertEquals(
        201,
        circuit
            .post("/v1/orders", RunningCircuit.sign(policy, circuit.operator, circuit.approver))
            .statusCode());
  }

  /** Enrols another person who operates. */
  SigningKey colleague() {
    return anotherKeyOf("four");
  }

  /** Enrols a key of that person, which may operate. */
  SigningKey anotherKeyOf(String holder) {
    SigningKey key = RunningCircuit.newKey();
    Order add = new Order.KeyAdd(
        RunningCircuit.terms(),
        Ledger.OPERATOR,
        key.publicKey(),
        Set.of(Right.OPERATE),
        holder,
        "desk",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    HttpResponse<String> answer =
        circuit.post("/v1/keys", RunningCircuit.sign(add, circuit.operator, circuit.approver));
    assertEquals(201, answer.statusCode(), answer.body());
    return key;
  }

  OrderId redeem(long amount) {
    if (!isTold) {
      tell();
      isTold = true;
    }
    return redeem(amount, BAKER.ibanHash());
  }

  OrderId redeemToNobody(long amount) {
    return redeem(amount, Base64Url.encode(new byte[32]));
  }

  private void tell() {
    JsonObject body = new JsonObject()
        .put("iban", BAKER.iban())
        .put("name", BAKER.name())
        .put("salt", BAKER.salt())
        .put("ibanHash", BAKER.ibanHash());
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/accounts/bakery/bank-accounts")
        .header("Authorization", "Bearer " + circuit.token(circuit.baker))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
        .build());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private OrderId redeem(long amount, String ibanHash) {
    Order order = new Order.Redeem(
        RunningCircuit.terms(),
        RunningCircuit.BAKERY,
        Amount.of(amount),
        Purpose.WAGES,
        Optional.empty(),
        ibanHash);
    HttpResponse<String> answer =
        circuit.post("/v1/redemptions", RunningCircuit.sign(order, circuit.baker));
    assertEquals(201, answer.statusCode(), answer.body());
    return order.terms().id();
  }

  HttpResponse<String> get(String operation, String path) {
    HttpResponse<String> answer = circuit.get(path, circuit.token(circuit.operator));
    contract.assertFits(operation, answer, answer.body());
    return answer;
  }

  HttpResponse<String> file(BatchId batch) {
    return get("getPayoutFile", "/v1/payout-batches/" + batch + "/file");
  }

  HttpResponse<String> draft(BatchId batch, SigningKey by, OrderId... orders) {
    return draftWords(
        SignedDraft.sign(batch, List.of(orders), RunningCircuit.ORIGIN, RunningCircuit.now(), by));
  }

  HttpResponse<String> draftWords(String words) {
    HttpResponse<String> answer = circuit.post("/v1/payout-batches", "application/jose", words);
    contract.assertFits("createPayoutBatch", answer, answer.body());
    return answer;
  }

  HttpResponse<String> approve(BatchId batch, String sha256, SigningKey by) {
    return decide(
        batch,
        SignedDecision.approve(batch, sha256, RunningCircuit.ORIGIN, RunningCircuit.now(), by));
  }

  HttpResponse<String> sendBack(BatchId batch, String reason, SigningKey by) {
    return decide(
        batch,
        SignedDecision.sendBack(batch, reason, RunningCircuit.ORIGIN, RunningCircuit.now(), by));
  }

  HttpResponse<String> decide(BatchId batch, String words) {
    HttpResponse<String> answer =
        circuit.post("/v1/payout-batches/" + batch + "/decisions", "application/jose", words);
    contract.assertFits("decidePayoutBatch", answer, answer.body());
    return answer;
  }

  HttpResponse<String> export(BatchId batch, SigningKey by) {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/payout-batches/" + batch + "/exports")
        .header("Authorization", "Bearer " + circuit.token(by))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
    contract.assertFits("exportPayoutBatch", answer, answer.body());
    return answer;
  }

  HttpResponse<String> paidOut(OrderId redemption, String bank) {
    return circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.PaidOut(RunningCircuit.terms(), redemption, bank), circuit.operator));
  }

  HttpResponse<String> returnedByTwo(OrderId redemption, String bank) {
    return circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Returned(RunningCircuit.terms(), redemption, bank),
            circuit.operator,
            circuit.approver));
  }

  HttpResponse<String> returned(OrderId redemption, String bank) {
    return circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Returned(RunningCircuit.terms(), redemption, bank), circuit.operator));
  }
}
