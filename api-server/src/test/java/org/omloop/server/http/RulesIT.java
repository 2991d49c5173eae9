package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.Server;

/** What a change of the rules would do, what it does, and who made it; and what the law counts of it all. */
class RulesIT {
  @TempDir
  static Path data;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    circuit.post("/v1/payments", RunningCircuit.pay(1_250, circuit.anna));
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static HttpResponse<String> preview(String body) {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/policies/previews")
        .header("Authorization", "Bearer " + circuit.token(circuit.operator))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
    CONTRACT.assertFits("previewPolicy", answer, answer.body());
    return answer;
  }

  private static JsonObject effect(String settings) {
    HttpResponse<String> answer = preview("{\"settings\":{" + settings + "}}");
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body()).getJsonArray("effects").getJsonObject(0);
  }

  private static JsonObject get(String path, String operation) {
    HttpResponse<String> answer = circuit.get(path, circuit.token(circuit.auditor));
    CONTRACT.assertFits(operation, answer, answer.body());
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static SignedOrder change(long effective, Setting setting, Object value) {
    return RunningCircuit.sign(
        new Order.PolicyChange(
            RunningCircuit.terms(), effective, Map.of(setting, Optional.of(value))),
        circuit.operator,
        circuit.approver);
  }

  /** Anna has 37.50 and the bakery 12.50. */
  @ParameterizedTest
  @CsvSource({
    "'\"balanceCapResident\":3749', above-cap, 1, 3750",
    "'\"balanceCapResident\":3750', above-cap, 0, 3750",
    "'\"balanceCapOrganisation\":1000', above-cap, 1, 1250",
    "'\"topUpPerMonthUnidentified\":4999', topped-up-more, 1, 5000",
    "'\"topUpPerMonthUnidentified\":5000', topped-up-more, 0, 5000",
    "'\"paymentPerDayResident\":1249', paid-more-today, 1, 1250",
    "'\"paymentPerOrderResident\":3000', could-pay-more, 1, 3750",
    "'\"giftsBetweenResidents\":true', allowed, 2, 3750",
    "'\"acceptorSectors\":[\"SBI2008:47\"]', refused, 1, 1250",
    "'\"redemptionFeeBasisPoints\":100', charged, 3, 3750"
  })
  void aPreviewCountsWhomItTouches(String settings, String touches, long accounts, long largest) {
    JsonObject effect = effect(settings);
    assertEquals(touches, effect.getString("touches"));
    assertEquals(accounts, effect.getLong("accounts"));
    assertEquals(largest, effect.getLong("largest"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /settings | malformed",
        "{\"settings\":{}} | /settings | malformed",
        "[] | '' | malformed",
        "x | '' | malformed",
        "{\"settings\":{\"balanceCapResident\":-1}} | /settings/balanceCapResident | malformed",
        "{\"settings\":{\"balanceCapResident\":1.5}} | /settings/balanceCapResident | malformed",
        "{\"settings\":{\"colour\":1}} | /settings/colour | malformed",
        "{\"settings\":{\"giftsBetweenResidents\":true},\"effective\":\"now\"} | /effective | malformed",
        "{\"settings\":{\"giftsBetweenResidents\":true},\"x\":1} | /x | malformed",
        "{\"settings\":{\"disclosureUnits\":2}} | /settings/disclosureUnits | too-loose",
        "{\"settings\":{\"fundAccount\":\"anna\"}} | /settings/fundAccount | unknown-fund",
        "{\"settings\":{\"baselineYear\":2020}} | /settings/baselineLeakedBasisPoints | malformed"
      })
  void whatCannotBeSignedIsSaidBefore(String body, String pointer, String code) {
    HttpResponse<String> answer = preview(body);
    assertEquals(400, answer.statusCode(), answer.body());
    List<String> faults = new JsonObject(answer.body())
        .getJsonArray("errors").stream()
            .map(JsonObject.class::cast)
            .map(each -> each.getString("pointer") + " " + each.getString("code"))
            .toList();
    assertTrue(faults.contains(pointer + " " + code), answer.body());
  }

  /** The same number stands in the preview, in the history, and in the rules once its time has come. */
  @Test
  void aChangeIsForeseenSignedByTwoAndKept() {
    long later = RunningCircuit.now() + 86_400;
    SignedOrder byOne = RunningCircuit.sign(
        new Order.PolicyChange(
            RunningCircuit.terms(), later, Map.of(Setting.TWO_SIGNATURES_ABOVE, Optional.of(9L))),
        circuit.operator);
    assertEquals(422, circuit.post("/v1/orders", byOne).statusCode());
    SignedOrder cap = change(0, Setting.PAYMENT_PER_ORDER_RESIDENT, 2_000L);
    SignedOrder coming = change(later, Setting.PAYMENT_PER_DAY_ORGANISATION, 100_000L);
    for (SignedOrder each : List.of(coming, cap)) {
      assertEquals(201, circuit.post("/v1/orders", each).statusCode());
    }
    assertEquals(
        422,
        circuit.post("/v1/payments", RunningCircuit.pay(2_001, circuit.anna)).statusCode());
    JsonArray changes = get("/v1/policies/changes", "listPolicyChanges").getJsonArray("changes");
    JsonObject inForce = changes.getJsonObject(changes.size() - 2);
    JsonObject future = changes.getJsonObject(changes.size() - 1);
    assertTrue(inForce.getBoolean("isInForce"));
    assertFalse(future.getBoolean("isInForce"));
    JsonObject set = inForce.getJsonArray("settings").getJsonObject(0);
    assertEquals("paymentPerOrderResident", set.getString("name"));
    assertEquals(null, set.getValue("before"));
    assertEquals(2_000, set.getLong("after"));
    assertEquals(
        Set.of(
            circuit.operator.publicKey().keyId().text(),
            circuit.approver.publicKey().keyId().text()),
        inForce.getJsonArray("signers").stream().collect(Collectors.toSet()));
    HttpResponse<String> answer = preview(
        "{\"effective\":" + (later + 1) + ",\"settings\":{\"paymentPerDayOrganisation\":100000}}");
    assertEquals(
        new JsonArray(),
        new JsonObject(answer.body()).getJsonArray("effects"),
        "it would be so by then");
  }

  @Test
  void theMetersAddUpAndTheirPackSaysTheSame() throws IOException {
    JsonObject meters = get("/v1/meters", "getMeters");
    assertEquals(1_250, meters.getJsonObject("volume").getLong("amount"));
    assertEquals(1_250, meters.getJsonObject("purchases").getLong("amount"));
    assertEquals(5_000, meters.getJsonObject("outstanding").getLong("amount"));
    assertEquals(100_000_000, meters.getJsonObject("volume").getLong("limit"));
    assertEquals(1_250, meters.getLong("largestPayment"));
    assertEquals(3_750, meters.getLong("largestBalanceResident"));
    assertEquals(1, meters.getInteger("acceptors"));
    assertEquals(3, meters.getInteger("instruments"), "a cashier's key pays nothing");
    JsonObject contract = new JsonObject()
        .put("contractNumber", "OO-17")
        .put("contractDate", "2026-11-02")
        .put("kvk", "12345678");
    HttpResponse<String> kept = circuit.send(circuit
        .request("/v1/accounts/bakery/dossier")
        .header("Authorization", "Bearer " + circuit.token(circuit.operator))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(
            new JsonObject().put("version", 0).put("dossier", contract).encode()))
        .build());
    assertEquals(200, kept.statusCode(), kept.body());
    String audited = unpacked(circuit.auditor).get("acceptors.csv");
    assertTrue(audited.contains("\r\nbakery;") && !audited.contains("OO-17"), audited);
    Map<String, String> files = unpacked(circuit.operator);
    assertTrue(
        files.get("acceptors.csv").contains(";OO-17;2026-11-02;12345678\r\n"),
        files.get("acceptors.csv"));
    assertEquals(
        Set.of(
            "meters.json",
            "acceptors.csv",
            "volume-by-month.csv",
            "instruments.csv",
            "rules.csv",
            "changes-of-rules.csv"),
        files.keySet());
    assertEquals(
        meters.getJsonObject("volume"),
        new JsonObject(files.get("meters.json")).getJsonObject("volume"));
    assertTrue(files.get("acceptors.csv").contains("\r\nbakery;"), files.get("acceptors.csv"));
    assertTrue(files.get("volume-by-month.csv").contains(";1;12,50;12,50;0,00;"));
    assertTrue(files.get("instruments.csv").contains("phone;3"));
    assertTrue(files.get("rules.csv").contains("balanceCapResident;150,00"));
  }

  private static Map<String, String> unpacked(SigningKey by) throws IOException {
    HttpResponse<byte[]> answer;
    try {
      answer = circuit.client.send(
          circuit
              .request("/v1/meters/pack")
              .header("Authorization", "Bearer " + circuit.token(by))
              .header("Accept-Language", "en")
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    CONTRACT.assertFits("getMetersPack", answer, "");
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        files.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** The folds live in memory: a server that reads the same journal again has the same figures. */
  @Test
  void aServerThatStartsAgainSaysTheSame(@TempDir Path other) {
    try (RunningCircuit again = RunningCircuit.start(other)) {
      again.post("/v1/payments", RunningCircuit.pay(700, again.anna));
      String meters = again.get("/v1/meters", again.token(again.operator)).body();
      String changes =
          again.get("/v1/policies/changes", again.token(again.operator)).body();
      again.server.close();
      try (Server restarted = Server.start(RunningCircuit.config(other), end -> {})) {
        again.moveTo(restarted.address());
        assertEquals(
            meters, again.get("/v1/meters", again.token(again.operator)).body());
        assertEquals(
            changes,
            again.get("/v1/policies/changes", again.token(again.operator)).body());
      }
    }
  }

  @Test
  void programmesAreEmptyWhereNothingWasHandedOut() {
    JsonObject programmes = get("/v1/programmes", "listProgrammes");
    assertEquals(new JsonArray(), programmes.getJsonArray("accounts"));
    assertEquals(new JsonArray(), programmes.getJsonArray("programmes"));
  }
}
