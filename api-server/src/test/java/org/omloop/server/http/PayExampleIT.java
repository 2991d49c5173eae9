package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.server.example.PayExample;

/** The example for integrators does what it says. */
class PayExampleIT {
  private static final AccountId SHOP = new AccountId("webshop");
  private static final String CODE = "INVITATION-OF-A-PROGRAM";

  @Test
  void aProgramEnrolsItsKeyAndPays(@TempDir Path data) throws Exception {
    try (RunningCircuit circuit = RunningCircuit.start(data)) {
      open(circuit);
      PayExample program = new PayExample(
          circuit.server.address(), RunningCircuit.ORIGIN, SHOP.value(), PayExample.newKeys());

      HttpResponse<String> enrolled = program.enrol(CODE, "webshop", "server");
      assertEquals(201, enrolled.statusCode(), enrolled.body());

      String payment = program.payment(RunningCircuit.BAKERY.value(), 1_250);
      HttpResponse<String> paid = program.send("/v1/payments", payment);
      assertEquals(201, paid.statusCode(), paid.body());
      assertEquals("posted", new JsonObject(paid.body()).getString("decision"));

      HttpResponse<String> again = program.send("/v1/payments", payment);
      assertEquals(200, again.statusCode(), again.body());
      assertEquals(
          new JsonObject(paid.body()).getLong("index"),
          new JsonObject(again.body()).getLong("index"));
    }
  }

  private static void open(RunningCircuit circuit) {
    Invitation invitation = new Invitation(
        Invitation.hash(CODE), "webshop", "server", Set.of(Right.PAY), RunningCircuit.now() + 600);
    circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Open(
                RunningCircuit.terms(),
                SHOP,
                AccountType.HOLDER,
                new Classification(Role.FIRM, "", ""),
                Optional.of(invitation)),
            circuit.operator));
    circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Issue(RunningCircuit.terms(), SHOP, Amount.of(2_000), "bank-example"),
            circuit.operator));
  }
}
