package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that shows a till without a connection that it has been paid: who gets it, and who does not. */
class TillCodesIT {
  @TempDir
  private static Path data;

  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static HttpResponse<String> code(JsonObject booking, String token) {
    return circuit.get("/v1/entries/" + booking.getLong("index") + "/till-code", token);
  }

  private static String secret(String token) {
    HttpResponse<String> answer = circuit.get("/v1/accounts/bakery/till-secret", token);
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body()).getString("secret");
  }

  @Test
  void whoPaidGetsItAndAlwaysTheSame() {
    String anna = circuit.token(circuit.anna);
    JsonObject booking = PaymentRequestsIT.paid(circuit, 125);
    String code = new JsonObject(code(booking, anna).body()).getString("code");
    assertEquals(code, new JsonObject(code(booking, anna).body()).getString("code"));
    assertEquals(404, code(booking, circuit.token(circuit.bo)).statusCode());
    assertEquals(
        404, code(booking, circuit.token(circuit.cashier)).statusCode(), "the till itself");
    assertEquals(404, code(booking, circuit.token(circuit.auditor)).statusCode());
  }

  @Test
  void whatIsNoPaymentOfARequestHasNone() {
    String anna = circuit.token(circuit.anna);
    for (long index : new long[] {0, 1, 99_999_999}) {
      assertEquals(404, code(new JsonObject().put("index", index), anna).statusCode());
    }
  }

  @Test
  void everyTillHasItsOwnSecretAndNobodyElse() {
    assertNotEquals(secret(circuit.token(circuit.baker)), secret(circuit.token(circuit.cashier)));
    String other = circuit.token(circuit.anna);
    assertEquals(404, circuit.get("/v1/accounts/bakery/till-secret", other).statusCode());
    String office = circuit.token(circuit.operator);
    assertEquals(404, circuit.get("/v1/accounts/bakery/till-secret", office).statusCode());
  }
}
