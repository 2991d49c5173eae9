package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.books.AuditCheck;

/** The operator's books over HTTP, on the real server and database. */
class BooksIT {
  private static final long MOST_MILLIS = 60_000;

  @TempDir
  static Path data;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static RunningCircuit circuit;
  private static String operator;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    operator = circuit.token(circuit.operator);
    PaymentRequestsIT.paid(circuit, 1_250);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static JsonObject read(String id, String path) {
    HttpResponse<String> answer = circuit.get(path, operator);
    assertEquals(200, answer.statusCode(), answer.body());
    CONTRACT.assertFits(id, answer, answer.body());
    return new JsonObject(answer.body());
  }

  @Test
  void everyCheckIsMadeBesideTheRunningServer() throws InterruptedException {
    long until = System.currentTimeMillis() + MOST_MILLIS;
    JsonObject found = read("listChecks", "/v1/books/checks");
    while (found.getString("madeAt") == null && System.currentTimeMillis() < until) {
      Thread.sleep(200);
      found = read("listChecks", "/v1/books/checks");
    }
    JsonArray checks = found.getJsonArray("checks");
    assertEquals(AuditCheck.values().length, checks.size());
    for (int at = 0; at < checks.size(); at++) {
      JsonObject check = checks.getJsonObject(at);
      assertEquals(AuditCheck.values()[at].name(), check.getString("id"));
      assertFalse(check.getJsonArray("evidence").isEmpty(), check.encode());
      assertEquals("ok", check.getString("result"), check.encodePrettily());
    }
    JsonObject reserve = read("getReserve", "/v1/books/reserve");
    assertEquals(0, reserve.getJsonArray("days").size(), "no statement has been booked");
    assertTrue(read("getCover", "/v1/books/cover").getValue("coverBasisPoints") == null);
  }

  @Test
  void theTrialBalanceSumsToNothing() {
    JsonObject found = read("getTrialBalance", "/v1/books/trial-balance");
    JsonObject total = found.getJsonObject("total");
    assertEquals(0, total.getLong("closing"));
    assertEquals(total.getLong("debits"), total.getLong("credits"));
    JsonObject anna = found.getJsonArray("accounts").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("account").equals("anna"))
        .findFirst()
        .orElseThrow();
    assertEquals(5_000 - 1_250, anna.getLong("closing"));
    JsonObject before =
        read("getTrialBalance", "/v1/books/trial-balance?from=2020-01-01&until=2020-12-31");
    assertEquals(0, before.getJsonArray("accounts").size());
    assertEquals(
        400,
        circuit
            .get("/v1/books/trial-balance?from=2026-02-01&until=2026-01-01", operator)
            .statusCode());
  }

  @Test
  void theJournalIsReadByKindAndAccountAndPageByPage() {
    JsonObject payments = read("listJournal", "/v1/books/journal?kind=purchase&ofAccount=bakery");
    assertEquals(1, payments.getJsonArray("entries").size());
    assertEquals(
        1_250,
        payments
            .getJsonArray("entries")
            .getJsonObject(0)
            .getJsonArray("postings")
            .getJsonObject(0)
            .getLong("amount"));
    JsonObject first = read("listJournal", "/v1/books/journal?limit=3");
    String day = first.getString("day");
    JsonObject second = read(
        "listJournal",
        "/v1/books/journal?day=" + day + "&limit=3&cursor=" + first.getString("next"));
    assertEquals(
        IntStream.range(0, 6).boxed().toList(),
        IntStream.range(0, 6)
            .map(at -> (at < 3 ? first : second)
                .getJsonArray("entries")
                .getJsonObject(at % 3)
                .getInteger("index"))
            .boxed()
            .toList());
    assertEquals(
        400, circuit.get("/v1/books/journal?kind=no-such-kind", operator).statusCode());
  }

  @Test
  void theAuditFileIsXml() {
    HttpResponse<String> answer = circuit.get("/v1/books/audit-file", operator);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("<auditfile xmlns="), answer.body());
    assertTrue(answer.body().contains("<amnt>12.50</amnt>"), answer.body());
  }
}
