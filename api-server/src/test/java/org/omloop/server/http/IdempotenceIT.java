package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;

/** An order is decided once, however often and however fast it is sent. */
class IdempotenceIT {
  private static final int TIMES = 50;

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
  void theSameBytesAtOnceMakeOneLeaf() {
    long before = size();
    List<HttpResponse<String>> answers = sendAtOnce(RunningCircuit.pay(3, circuit.anna));

    assertEquals(1, answers.stream().map(IdempotenceIT::index).distinct().count());
    assertEquals(1, answers.stream().filter(each -> each.statusCode() == 201).count());
    assertEquals(
        TIMES - 1, answers.stream().filter(each -> each.statusCode() == 200).count());
    assertEquals(before + 1, size());
  }

  @Test
  void aRefusedOrderAtOnceMakesOneLeafToo() {
    long before = size();
    List<HttpResponse<String>> answers = sendAtOnce(RunningCircuit.pay(999_999, circuit.anna));

    assertEquals(1, answers.stream().map(IdempotenceIT::index).distinct().count());
    assertEquals(
        TIMES, answers.stream().filter(each -> each.statusCode() == 422).count());
    assertEquals(before + 1, size());
  }

  @Test
  void otherBytesUnderTheSameIdAreAConflict() {
    Terms terms = RunningCircuit.terms();
    circuit.post("/v1/payments", pay(terms, 1));
    long before = size();
    HttpResponse<String> answer = circuit.post("/v1/payments", pay(terms, 2));

    assertEquals(409, answer.statusCode(), answer.body());
    assertEquals(before, size());
  }

  private static SignedOrder pay(Terms terms, long amount) {
    return RunningCircuit.sign(
        new Order.Pay(
            terms,
            RunningCircuit.ANNA,
            RunningCircuit.BAKERY,
            Amount.of(amount),
            Optional.empty(),
            Optional.empty()),
        circuit.anna);
  }

  private static List<HttpResponse<String>> sendAtOnce(SignedOrder order) {
    return IntStream.range(0, TIMES)
        .mapToObj(each -> circuit.client.sendAsync(
            circuit
                .request("/v1/payments")
                .header("Content-Type", "application/jose")
                .POST(BodyPublishers.ofString(order.text()))
                .build(),
            BodyHandlers.ofString()))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static long index(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getLong("index");
  }

  private static long size() {
    return Long.parseLong(circuit.get("/log/checkpoint").body().split("\n", 3)[1]);
  }
}
