package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;
import org.omloop.ledger.order.SignedOrder;

/** What comes of an order that is sent over HTTP. */
class PaymentsIT {
  @TempDir
  static Path data;

  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  @Test
  void aPaymentIsAnsweredWithAReceiptThatVerifiesOffline() {
    HttpResponse<String> answer =
        circuit.post("/v1/payments", RunningCircuit.pay(125, circuit.anna));
    JsonObject booking = new JsonObject(answer.body());

    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals("purchase", booking.getString("kind"));
    assertEquals(
        "/v1/entries/" + booking.getLong("index"),
        answer.headers().firstValue("Location").orElseThrow());
    assertEquals(ReceiptVerdict.VALID, verdict(booking));
  }

  private static ReceiptVerdict verdict(JsonObject booking) {
    JsonObject receipt = booking.getJsonObject("receipt");
    String logKey = new JsonObject(circuit.get("/v1/currency").body()).getString("logKey");
    return Receipt.parse(
            Leaf.of(receipt.getString("leaf").getBytes(StandardCharsets.UTF_8)),
            receipt.getString("proof"))
        .verify(LogPublicKey.parse(logKey));
  }

  @Test
  void theSameBytesBringTheSameAnswer() {
    SignedOrder order = RunningCircuit.pay(1, circuit.anna);
    JsonObject first = new JsonObject(circuit.post("/v1/payments", order).body());
    HttpResponse<String> again = circuit.post("/v1/payments", order);
    JsonObject second = new JsonObject(again.body());

    assertEquals(200, again.statusCode());
    assertTrue(second.getBoolean("replayed"));
    assertEquals(first.getLong("index"), second.getLong("index"));
    assertEquals(ReceiptVerdict.VALID, verdict(second));
  }

  @Test
  void aRefusalIsAProblemWithAReceipt() {
    HttpResponse<String> answer =
        circuit.post("/v1/payments", RunningCircuit.pay(999_999, circuit.anna));
    JsonObject problem = new JsonObject(answer.body());

    assertEquals(422, answer.statusCode());
    assertEquals("/problems/insufficient-funds", problem.getString("type"));
    assertEquals("Het saldo is te laag", problem.getString("title"));
    assertEquals("insufficient-funds", problem.getString("reason"));
    assertEquals(ReceiptVerdict.VALID, verdict(problem));
  }
}
