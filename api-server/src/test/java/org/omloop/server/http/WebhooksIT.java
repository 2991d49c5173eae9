package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;

/** A shop's program is told that a request was paid, over real HTTPS. */
class WebhooksIT {
  private static final String ANY = "/v1/accounts/bakery/webhook-endpoints";

  /** Seconds in which the server looks for what is due twice. */
  private static final int LOOKS = 1;

  @TempDir
  private static Path data;

  @TempDir
  private static Path shop;

  private static Receiver receiver;
  private static RunningCircuit circuit;

  @BeforeAll
  static void start() throws Exception {
    receiver = Receiver.start(shop);
    circuit = RunningCircuit.start(config(data));
  }

  private static ServerConfig config(Path folder) {
    return WebhookProcess.config(folder, receiver.authorities());
  }

  @AfterAll
  static void stop() {
    circuit.close();
    receiver.close();
  }

  /** Makes an endpoint of the bakery's, and returns its id. */
  static String endpoint(RunningCircuit circuit, String url) {
    return made(circuit, url, false).getString("endpoint");
  }

  private static JsonObject made(RunningCircuit circuit, String url, boolean sharesSecret) {
    JsonObject asked = new JsonObject().put("url", url).put("sharesSecret", sharesSecret);
    HttpResponse<String> answer = post(circuit, circuit.baker, ANY, asked.encode());
    assertEquals(201, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> post(
      RunningCircuit circuit, SigningKey key, String path, String body) {
    HttpRequest.Builder request =
        circuit.request(path).header("Authorization", "Bearer " + circuit.token(key));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return circuit.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private static JsonObject change(String endpoint, String what) {
    HttpResponse<String> answer = post(circuit, circuit.baker, ANY + "/" + endpoint + what, "");
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static JsonArray deliveries(RunningCircuit circuit, String endpoint) {
    HttpResponse<String> answer =
        circuit.get(ANY + "/" + endpoint + "/deliveries", circuit.token(circuit.baker));
    return new JsonObject(answer.body()).getJsonArray("deliveries");
  }

  /** Waits until the endpoint has something to be told. */
  static void awaitDelivery(RunningCircuit circuit, String endpoint) {
    await(() -> !deliveries(circuit, endpoint).isEmpty());
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    long until = System.nanoTime() + 30_000_000_000L;
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < until, "it did not happen within 30 seconds");
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static JsonObject last(String endpoint) {
    return deliveries(circuit, endpoint).getJsonObject(0);
  }

  private static void awaitState(String endpoint, String state) {
    await(() -> !deliveries(circuit, endpoint).isEmpty()
        && last(endpoint).getString("state").equals(state));
  }

  private static boolean isSigned(String publicKey, Receiver.Received message) throws Exception {
    byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    byte[] encoded =
        HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
    var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    for (String each : message.headers().get("webhook-signature").split(" ")) {
      if (each.startsWith("v1a,")) {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(signed(message).getBytes(StandardCharsets.UTF_8));
        if (check.verify(Base64.getDecoder().decode(each.substring(4)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String signed(Receiver.Received message) {
    return message.id() + "." + message.headers().get("webhook-timestamp") + "." + message.body();
  }

  private static String hmac(String secret, Receiver.Received message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(
        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    byte[] code = mac.doFinal(signed(message).getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(code);
  }

  private static List<String> signatures(Receiver.Received message) {
    return List.of(message.headers().get("webhook-signature").split(" "));
  }

  @Test
  void aShopIsToldOnceWithSignaturesThatHold() throws Exception {
    JsonObject made = made(circuit, receiver.url("localhost", "/told"), true);
    String endpoint = made.getString("endpoint");
    JsonObject paid = PaymentRequestsIT.paid(circuit, 125);

    Receiver.Received message = receiver.next();
    assertEquals("/told", message.path());
    assertEquals("evt_" + paid.getLong("index"), message.id());
    long age =
        Instant.now().getEpochSecond() - Long.parseLong(message.headers().get("webhook-timestamp"));
    assertTrue(age >= 0 && age < 60, "made just now");
    assertTrue(isSigned(made.getString("publicKey"), message));
    assertTrue(signatures(message).contains(hmac(made.getString("secret"), message)));
    assertEquals(2, signatures(message).size());
    JsonObject body = new JsonObject(message.body());
    assertEquals("payment_request.paid", body.getString("type"));
    assertEquals(Set.of("type", "timestamp", "data"), body.fieldNames());
    JsonObject sale = message.data();
    assertEquals(
        Set.of("request", "reference", "amount", "unit", "scale", "entry", "settledAt", "receipt"),
        sale.fieldNames());
    assertEquals(125, sale.getLong("amount"));
    assertEquals("order-7", sale.getString("reference"));
    assertEquals("euro", sale.getString("unit"));
    assertEquals(2, sale.getInteger("scale"));
    assertEquals(paid.getLong("index"), sale.getLong("entry"));
    String receipt =
        sale.getString("receipt").substring(circuit.server.address().length());
    assertEquals(200, circuit.get(receipt, circuit.token(circuit.baker)).statusCode());

    awaitState(endpoint, "delivered");
    assertEquals(1, last(endpoint).getInteger("tries"));
    assertTrue(receiver.isSilent(LOOKS), "what has arrived is not told again");

    change(endpoint, "/deliveries/" + paid.getLong("index") + "/redeliveries");
    assertEquals(message.id(), receiver.next().id(), "asked for anew, with the same id");
    awaitState(endpoint, "delivered");

    JsonObject rotated = change(endpoint, "/rotations");
    assertNotEquals(made.getString("publicKey"), rotated.getString("publicKey"));
    PaymentRequestsIT.paid(circuit, 130);
    Receiver.Received later = receiver.next();
    assertTrue(isSigned(made.getString("publicKey"), later), "the keys before sign along");
    assertTrue(isSigned(rotated.getString("publicKey"), later));
    assertEquals(4, signatures(later).size());
    assertTrue(signatures(later).contains(hmac(rotated.getString("secret"), later)));

    JsonObject shown = new JsonObject(
        circuit.get(ANY + "/" + endpoint, circuit.token(circuit.baker)).body());
    assertNull(shown.getString("secret"), "a secret is shown once");
    assertEquals("removed", change(endpoint, "/removals").getString("state"));
    PaymentRequestsIT.paid(circuit, 10);
    assertTrue(receiver.isSilent(LOOKS), "an endpoint that was ended is told nothing");
    assertEquals(
        409,
        post(circuit, circuit.baker, ANY + "/" + endpoint + "/rotations", "").statusCode());
  }

  @Test
  void whatFailsIsTriedAgainAndAGoodAnswerEndsIt() throws Exception {
    String endpoint = endpoint(circuit, receiver.url("localhost", "/again"));
    receiver.answer(500, 302);
    PaymentRequestsIT.paid(circuit, 20);
    Receiver.Received first = receiver.next();
    awaitState(endpoint, "waiting");
    await(() -> last(endpoint).getInteger("tries") == 1);
    assertEquals(500, last(endpoint).getInteger("status"));
    Receiver.Received second = receiver.next();
    assertEquals(first.id(), second.id());
    assertEquals(first.body(), second.body());
    assertNotEquals(
        first.headers().get("webhook-timestamp"), second.headers().get("webhook-timestamp"));
    await(() -> last(endpoint).getInteger("tries") == 2);
    assertEquals(302, last(endpoint).getInteger("status"), "a redirect is a failure");
    assertTrue(receiver.isSilent(LOOKS), "and is not followed");
    change(endpoint, "/deliveries/" + last(endpoint).getLong("entry") + "/redeliveries");
    assertEquals(first.id(), receiver.next().id());
    awaitState(endpoint, "delivered");
    change(endpoint, "/removals");
  }

  @Test
  void whoeverAnswersGoneIsToldNoMore() throws Exception {
    String endpoint = endpoint(circuit, receiver.url("localhost", "/gone"));
    receiver.answer(410);
    PaymentRequestsIT.paid(circuit, 30);
    receiver.next();
    awaitState(endpoint, "failed");
    JsonObject shown = new JsonObject(
        circuit.get(ANY + "/" + endpoint, circuit.token(circuit.baker)).body());
    assertEquals("disabled", shown.getString("state"));
    PaymentRequestsIT.paid(circuit, 30);
    assertTrue(receiver.isSilent(LOOKS));
    assertEquals(1, deliveries(circuit, endpoint).size());
    change(endpoint, "/removals");
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws Exception {
    String endpoint = endpoint(circuit, receiver.url("127.0.0.1", "/name"));
    PaymentRequestsIT.paid(circuit, 40);
    await(
        () -> !deliveries(circuit, endpoint).isEmpty() && last(endpoint).getInteger("tries") == 1);
    assertEquals("certificate", last(endpoint).getString("trouble"));
    change(endpoint, "/removals");
    assertTrue(receiver.isSilent(LOOKS), "nothing was said to it");
  }

  @Test
  void aNameOfThisMachineIsRefusedWhereTheOperatorAllowsNone(@TempDir Path other) {
    try (RunningCircuit closed = RunningCircuit.start(other)) {
      String endpoint = endpoint(closed, receiver.url("localhost", "/inside"));
      PaymentRequestsIT.paid(closed, 50);
      await(() -> !deliveries(closed, endpoint).isEmpty()
          && deliveries(closed, endpoint).getJsonObject(0).getInteger("tries") == 1);
      assertEquals(
          "address-refused", deliveries(closed, endpoint).getJsonObject(0).getString("trouble"));
      HttpResponse<String> literal =
          post(closed, closed.baker, ANY, "{\"url\":\"https://169.254.169.254/latest\"}");
      assertEquals(400, literal.statusCode());
      assertTrue(literal.body().contains("must be a public address"), literal.body());
    }
  }

  @Test
  void whoeverIsSlowIsLeftAndTriedAgain() throws Exception {
    String endpoint = endpoint(circuit, receiver.url("localhost", "/slow"));
    receiver.answer(-1);
    PaymentRequestsIT.paid(circuit, 70);
    String id = receiver.next().id();
    await(() -> last(endpoint).getInteger("tries") == 1);
    assertEquals("timed-out", last(endpoint).getString("trouble"));
    assertEquals(id, receiver.next().id());
    awaitState(endpoint, "delivered");
    change(endpoint, "/removals");
  }

  /** A receiver that asks for rest gets it, also for what comes meanwhile. */
  @Test
  void whoeverAsksForLessIsSentLess() throws Exception {
    String endpoint = endpoint(circuit, receiver.url("localhost", "/less"));
    receiver.answer(429);
    PaymentRequestsIT.paid(circuit, 80);
    receiver.next();
    await(() -> last(endpoint).getInteger("tries") == 1);
    Instant next = Instant.parse(last(endpoint).getString("nextAt"));
    assertTrue(next.isAfter(Instant.now().plusSeconds(50)), "a minute at least");
    PaymentRequestsIT.paid(circuit, 81);
    assertTrue(receiver.isSilent(LOOKS));
    assertEquals(2, deliveries(circuit, endpoint).size());
    change(endpoint, "/removals");
  }

  /** One was told; another hangs and a third has failed once when the process is killed. */
  @Test
  void aServerThatWasKilledTellsExactlyWhatIsOutstanding(@TempDir Path other) throws Exception {
    RunningCircuit killed = RunningCircuit.start(config(other));
    String endpoint = endpoint(killed, receiver.url("localhost", "/killed"));
    killed.close();
    Set<String> outstanding = new TreeSet<>();
    Process process = WebhookProcess.begin(other, receiver.authorities());
    try {
      killed.moveTo(WebhookProcess.address(process));
      PaymentRequestsIT.paid(killed, 60);
      receiver.next();
      await(() ->
          deliveries(killed, endpoint).getJsonObject(0).getString("state").equals("delivered"));
      receiver.answer(-1, 500);
      outstanding.add("evt_" + PaymentRequestsIT.paid(killed, 61).getLong("index"));
      receiver.next();
      outstanding.add("evt_" + PaymentRequestsIT.paid(killed, 62).getLong("index"));
      receiver.next();
    } finally {
      process.destroyForcibly().onExit().join();
    }
    try (Server again = Server.start(config(other), end -> {})) {
      killed.moveTo(again.address());
      assertEquals(
          outstanding,
          new TreeSet<>(Set.of(receiver.next().id(), receiver.next().id())));
      assertTrue(receiver.isSilent(LOOKS), "and nothing twice");
      JsonArray all = deliveries(killed, endpoint);
      assertEquals(3, all.size());
      all.forEach(each -> assertEquals("delivered", ((JsonObject) each).getString("state")));
    }
  }

  @Test
  void moreThanFiveAtOnceAreStillFive() {
    String own = ANY.replace("bakery", "bo"); // who is paid by nobody here
    long made = IntStream.range(0, 12)
        .mapToObj(each -> "{\"url\":\"https://shop" + each + ".example/\"}")
        .parallel()
        .filter(body -> post(circuit, circuit.bo, own, body).statusCode() == 201)
        .count();
    assertEquals(5, made);
  }

  @Test
  void whatIsWrongIsSaidAndChangesNothing() {
    String before = circuit.get(ANY, circuit.token(circuit.baker)).body();
    for (String body : List.of(
        "[]",
        "null",
        "{}",
        "{\"url\":7}",
        "{\"url\":\"http://shop.example/\"}",
        "{\"url\":\"https://u:p@shop.example/\"}",
        "{\"url\":\"https://shop.example/\",\"sharesSecret\":\"yes\"}",
        "{\"url\":\"https://shop.example/\",\"more\":1}")) {
      HttpResponse<String> answer = post(circuit, circuit.baker, ANY, body);
      assertEquals(400, answer.statusCode(), body);
      assertFalse(new JsonObject(answer.body()).getJsonArray("errors").isEmpty(), body);
    }
    assertEquals(before, circuit.get(ANY, circuit.token(circuit.baker)).body());

    String url = "https://twice.shop.invalid/";
    String once = endpoint(circuit, url);
    HttpResponse<String> twice =
        post(circuit, circuit.baker, ANY, new JsonObject().put("url", url).encode());
    assertEquals(409, twice.statusCode());
    assertEquals("/problems/webhook-conflict", new JsonObject(twice.body()).getString("type"));
    assertEquals(
        404, post(circuit, circuit.anna, ANY + "/" + once + "/removals", "").statusCode());
    assertEquals(
        403, post(circuit, circuit.cashier, ANY + "/" + once + "/removals", "").statusCode());
    assertEquals("removed", change(once, "/removals").getString("state"));
  }
}
