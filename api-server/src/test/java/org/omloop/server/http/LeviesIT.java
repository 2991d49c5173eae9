package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.Server;
import org.omloop.server.sequencer.EntryClock;

/** A month's levy is booked by the server itself, on what everybody had when the month ended, and once. */
class LeviesIT {
  private static final AccountId POT = new AccountId("pot");

  @Test
  void theFirstOrderOfAMonthComesAfterTheLeviesOfTheOneBefore(@TempDir Path data) {
    RunningCircuit circuit = RunningCircuit.start(data);
    layDownALevy(circuit);
    circuit.close();
    Duration oneMonth = untilMonth(1);
    try (Server again = later(data, oneMonth)) {
      circuit.moveTo(again.address());
      pay(circuit, oneMonth);
      assertEquals(4_000, balance(circuit), "the month of the rule began without it");
    }
    Duration twoMonths = untilMonth(2);
    try (Server again = later(data, twoMonths)) {
      circuit.moveTo(again.address());
      assertEquals(4_000, balance(circuit), "until somebody orders something, nothing is booked");
      long before = again.books().directory().treeSize();
      pay(circuit, twoMonths);
      assertEquals(4_000 - 30 - 1_000, balance(circuit), "1% above 10.00, and the payment");
      assertEquals(before + 3, again.books().directory().treeSize(), "a seal, a levy, the payment");
    }
    try (Server again = later(data, twoMonths)) {
      circuit.moveTo(again.address());
      pay(circuit, twoMonths);
      assertEquals(2_970 - 1_000, balance(circuit), "a month is levied once, also after a restart");
    }
  }

  private static Server later(Path data, Duration ahead) {
    EntryClock clock = () -> (System.currentTimeMillis() + ahead.toMillis()) * 1_000;
    return Server.start(RunningCircuit.config(data).by(clock), end -> {});
  }

  private static void layDownALevy(RunningCircuit circuit) {
    assertPosted(circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Open(
                RunningCircuit.terms(),
                POT,
                AccountType.FUND,
                new Classification(Role.FUND, "", ""),
                Optional.empty()),
            circuit.operator)));
    assertPosted(circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.PolicyChange(
                RunningCircuit.terms(),
                RunningCircuit.now(),
                Map.of(
                    Setting.FUND_ACCOUNT, Optional.of(POT.value()),
                    Setting.DEMURRAGE_BASIS_POINTS, Optional.of(100L),
                    Setting.DEMURRAGE_FREE_AMOUNT, Optional.of(1_000L))),
            circuit.operator,
            circuit.approver)));
  }

  private static Duration untilMonth(int further) {
    Instant now = Instant.now();
    Instant next = YearMonth.from(now.atOffset(ZoneOffset.UTC))
        .plusMonths(further)
        .atDay(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC);
    return Duration.between(now, next);
  }

  private static void pay(RunningCircuit circuit, Duration ahead) {
    long now = RunningCircuit.now() + ahead.toSeconds();
    Terms terms = new Terms(
        RunningCircuit.ORIGIN,
        OrderId.create(now * 1_000, new SecureRandom()),
        now - 60,
        now + 600);
    SignedOrder order = SignedOrder.sign(
        new Order.Pay(
            terms,
            RunningCircuit.ANNA,
            RunningCircuit.BAKERY,
            Amount.of(1_000),
            Optional.empty(),
            Optional.empty()),
        List.of(circuit.anna));
    assertPosted(circuit.post("/v1/orders", order));
  }

  private static void assertPosted(HttpResponse<String> answer) {
    assertEquals("posted", new JsonObject(answer.body()).getString("decision"), answer.body());
  }

  private static long balance(RunningCircuit circuit) {
    HttpResponse<String> answer = circuit.get("/v1/accounts/anna", circuit.token(circuit.anna));
    return new JsonObject(answer.body()).getLong("balance");
  }
}
