package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;

/** Asking to be paid, and being paid once. */
class PaymentRequestsIT {
  private static final String ANY = "/v1/payment-requests";

  @TempDir
  private static Path data;

  private static RunningCircuit circuit;
  private static String baker;
  private static String cashier;
  private static String anna;
  private static String bo;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    baker = circuit.token(circuit.baker);
    cashier = circuit.token(circuit.cashier);
    anna = circuit.token(circuit.anna);
    bo = circuit.token(circuit.bo);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static RequestTerms terms(long amount, long lifeSeconds) {
    return terms(circuit, amount, lifeSeconds);
  }

  private static RequestTerms terms(RunningCircuit circuit, long amount, long lifeSeconds) {
    byte[] nonce = new byte[Long.BYTES];
    new SecureRandom().nextBytes(nonce);
    return RequestTerms.of(
        circuit.cashier.publicKey().keyId(),
        RunningCircuit.BAKERY,
        amount == 0 ? Optional.empty() : Optional.of(Amount.of(amount)),
        RunningCircuit.ORIGIN,
        RunningCircuit.now(),
        lifeSeconds,
        nonce,
        "K1-7");
  }

  private static String jws(SigningKey key, Map<String, String> members) {
    return RunningCircuit.jws(
        key,
        RunningCircuit.header(key, "omloop-request+jws"),
        Base64Url.encode(CanonicalJson.write(members).getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> members(RequestTerms terms) {
    return new TreeMap<>(Map.of(
        "ledger",
        RunningCircuit.ORIGIN,
        "payee",
        RunningCircuit.BAKERY.value(),
        "name",
        "Bakkerij Proef",
        "text",
        "Bon 7",
        "terms",
        terms.toString()));
  }

  private static HttpResponse<String> ask(RequestTerms terms) {
    return ask(jws(circuit.cashier, members(terms)));
  }

  private static HttpResponse<String> ask(String jws) {
    return circuit.post(ANY, "application/jose", jws);
  }

  private static SignedOrder pay(RequestTerms terms, AccountId from, SigningKey key, long amount) {
    return RunningCircuit.sign(
        new Order.Pay(
            RunningCircuit.terms(),
            from,
            RunningCircuit.BAKERY,
            Amount.of(amount),
            Optional.of(terms),
            Optional.empty()),
        key);
  }

  private static HttpResponse<String> change(RequestTerms terms, String what, String token) {
    return change(circuit, terms, what, token);
  }

  private static HttpResponse<String> change(
      RunningCircuit circuit, RequestTerms terms, String what, String token) {
    return circuit.send(circuit
        .request(ANY + "/" + terms.id() + "/" + what)
        .header("Authorization", "Bearer " + token)
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
  }

  private static String state(RequestTerms terms) {
    return state(circuit.get(ANY + "/" + terms.id()));
  }

  private static String state(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body()).getString("state");
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type");
  }

  @Test
  void aRequestNamesThePageToGoBackTo() {
    RequestTerms terms = terms(100, 600);
    Map<String, String> members = members(terms);
    members.put("returnTo", "https://shop.example:8443/thanks?order=7");
    HttpResponse<String> asked = ask(jws(circuit.cashier, members));
    assertEquals(201, asked.statusCode(), asked.body());
    assertEquals(
        "https://shop.example:8443/thanks?order=7",
        new JsonObject(asked.body()).getString("returnTo"));
    for (String wrong : List.of(
        "",
        "http://shop.example/",
        "javascript:alert(1)",
        "https://",
        "https://a@shop.example/",
        "https://shop.example\\@other.example/",
        "https://shop.example/ x",
        "https://SHOP.example/",
        "https://shop.example:65536/",
        "https://shop..example/",
        "https://shop.example.1/",
        "https://1.2.3.256/",
        "https://0x7f/",
        "https://shop.example/" + "x".repeat(200))) {
      RequestTerms other = terms(100, 600);
      Map<String, String> wrongly = members(other);
      wrongly.put("returnTo", wrong);
      assertEquals(400, ask(jws(circuit.cashier, wrongly)).statusCode(), wrong);
      assertEquals(404, circuit.get(ANY + "/" + other.id()).statusCode(), wrong);
    }
  }

  @Test
  void whoeverIsRefusedKeepsNobodyElseFromPaying() {
    RequestTerms terms = terms(100, 600);
    ask(terms);
    HttpResponse<String> inAnnasName =
        circuit.post("/v1/payments", pay(terms, RunningCircuit.ANNA, circuit.bo, 100));
    assertEquals("422 /problems/unknown-key", problem(inAnnasName));
    assertEquals("open", state(terms), "a claim in somebody else's name");
    change(terms, "claims", bo);
    circuit.post("/v1/payments", pay(terms, RunningCircuit.BO, circuit.anna, 100));
    assertEquals("claimed", state(terms), "a claim of somebody else");
    change(terms, "releases", bo);

    HttpResponse<String> tooLittle =
        circuit.post("/v1/payments", pay(terms, RunningCircuit.ANNA, circuit.anna, 1));
    assertEquals("422 /problems/request-mismatch", problem(tooLittle));
    assertEquals("open", state(terms));
    assertEquals("claimed", state(change(terms, "claims", bo)));
  }

  /** Makes a request of the bakery's till with a reference, and has Anna pay it; returns the answer. */
  static JsonObject paid(RunningCircuit circuit, long amount) {
    RequestTerms terms = terms(circuit, amount, 600);
    Map<String, String> members = members(terms);
    members.put("reference", "order-7");
    HttpResponse<String> asked =
        circuit.post(ANY, "application/jose", jws(circuit.cashier, members));
    assertEquals(201, asked.statusCode(), asked.body());
    HttpResponse<String> paid =
        circuit.post("/v1/payments", pay(terms, RunningCircuit.ANNA, circuit.anna, amount));
    assertEquals(201, paid.statusCode(), paid.body());
    return new JsonObject(paid.body());
  }

  /** Makes a request of the bakery's till, and takes it back. */
  static RequestId withdrawn(RunningCircuit circuit, String token) {
    RequestTerms terms = terms(circuit, 100, 600);
    circuit.post(ANY, "application/jose", jws(circuit.cashier, members(terms)));
    assertEquals("withdrawn", state(change(circuit, terms, "withdrawals", token)));
    return terms.id();
  }

  @Test
  void isShownAsItWasSigned() {
    RequestTerms terms = terms(1_250, 600);
    String jws = jws(circuit.cashier, members(terms));
    HttpResponse<String> made = ask(jws);
    assertEquals(201, made.statusCode(), made.body());
    assertEquals(ANY + "/" + terms.id(), made.headers().firstValue("Location").orElse(""));
    JsonObject request = new JsonObject(circuit.get(ANY + "/" + terms.id()).body());
    assertEquals("open", request.getString("state"));
    assertEquals(jws, request.getString("jws"));
    assertEquals(1_250, request.getLong("amount"));
    assertEquals("Bon 7", request.getString("text"));
    JsonObject code = request.getJsonObject("code");
    String place = circuit.server.address().toUpperCase(java.util.Locale.ROOT);
    assertEquals(place + "/B/" + terms.id(), code.getString("text"));
    assertTrue(code.getInteger("size") <= 33, "small enough for a cheap camera");
    assertEquals(request, new JsonObject(ask(jws).body()), "the same again changes nothing");
  }

  @Test
  void isPaidOnceByWhoeverIsFirst() {
    RequestTerms terms = terms(100, 600);
    ask(terms);
    assertEquals("claimed", state(change(terms, "claims", anna)));
    assertEquals("409 /problems/request-taken", problem(change(terms, "claims", bo)));
    assertEquals(
        "409 /problems/request-taken",
        problem(circuit.post("/v1/payments", pay(terms, RunningCircuit.BO, circuit.bo, 100))));
    SignedOrder order = pay(terms, RunningCircuit.ANNA, circuit.anna, 100);
    assertEquals(201, circuit.post("/v1/payments", order).statusCode());
    assertEquals("paid", state(terms));
    assertEquals(200, circuit.post("/v1/payments", order).statusCode(), "a retry");
    assertEquals("paid", state(change(terms, "claims", anna)));
    assertEquals("paid", state(change(terms, "withdrawals", baker)));
    HttpResponse<String> second =
        circuit.post("/v1/payments", pay(terms, RunningCircuit.ANNA, circuit.anna, 100));
    assertEquals("422 /problems/request-not-open", problem(second));
  }

  @Test
  void ofTwoWalletsAtOnceOnePays() {
    RequestTerms terms = terms(1, 600);
    ask(terms);
    List<Integer> answers = IntStream.range(0, 8)
        .mapToObj(at -> pay(
            terms,
            at % 2 == 0 ? RunningCircuit.ANNA : RunningCircuit.BO,
            at % 2 == 0 ? circuit.anna : circuit.bo,
            1))
        .map(order -> CompletableFuture.supplyAsync(
            () -> circuit.post("/v1/payments", order).statusCode()))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
    assertTrue(answers.stream().filter(status -> status == 201).count() <= 1, answers.toString());
    assertTrue(answers.stream().allMatch(each -> each == 201 || each == 409 || each == 422));
  }

  @Test
  void anotherAmountIsRefused() {
    RequestTerms terms = terms(100, 600);
    ask(terms);
    HttpResponse<String> answer =
        circuit.post("/v1/payments", pay(terms, RunningCircuit.ANNA, circuit.anna, 99));
    assertEquals("422 /problems/request-mismatch", problem(answer));
    assertEquals(
        201,
        circuit
            .post("/v1/payments", pay(terms, RunningCircuit.ANNA, circuit.anna, 100))
            .statusCode());
  }

  @Test
  void aClaimCanBeGivenUp() {
    RequestTerms terms = terms(100, 600);
    ask(terms);
    change(terms, "claims", anna);
    assertEquals("409 /problems/request-taken", problem(change(terms, "releases", bo)));
    assertEquals("open", state(change(terms, "releases", anna)));
    assertEquals("claimed", state(change(terms, "claims", bo)));
  }

  @Test
  void whatIsTakenBackIsNotPaidAndNothingIsBooked() {
    RequestTerms terms = terms(100, 600);
    ask(terms);
    change(terms, "claims", anna);
    assertEquals("403 /problems/right-missing", problem(change(terms, "withdrawals", bo)));
    assertEquals("withdrawn", state(change(terms, "withdrawals", cashier)));
    long size = circuit.server.books().directory().treeSize();
    assertEquals(
        "409 /problems/request-withdrawn",
        problem(circuit.post("/v1/payments", pay(terms, RunningCircuit.ANNA, circuit.anna, 100))));
    assertEquals(size, circuit.server.books().directory().treeSize());
    assertEquals("withdrawn", state(terms));
  }

  @Test
  void nobodyAsksForAnother() {
    RequestTerms terms = terms(100, 600);
    assertEquals("400 /problems/malformed-request", problem(ask("nonsense")));
    Map<String, String> more = members(terms);
    more.put("amount", "100");
    assertEquals("400 /problems/malformed-request", problem(ask(jws(circuit.cashier, more))));
    Map<String, String> other = members(terms);
    other.put("payee", "anna");
    assertEquals("400 /problems/malformed-request", problem(ask(jws(circuit.cashier, other))));
    assertEquals(
        "400 /problems/malformed-request", problem(ask(jws(circuit.anna, members(terms)))));
    Map<String, String> hidden = members(terms);
    hidden.put("name", "Bakkerij\u202e");
    assertEquals("400 /problems/malformed-request", problem(ask(jws(circuit.cashier, hidden))));
    assertEquals(201, ask(jws(circuit.cashier, members(terms))).statusCode());
    Map<String, String> renamed = members(terms);
    renamed.put("name", "Een ander");
    assertEquals("409 /problems/request-conflict", problem(ask(jws(circuit.cashier, renamed))));
    assertEquals(404, circuit.get(ANY + "/" + "0".repeat(26)).statusCode());
    assertEquals(400, circuit.get(ANY + "/" + "o".repeat(26)).statusCode());
  }

  @Test
  void thePayeesScreenHearsOfClaims() throws Exception {
    RequestTerms terms = terms(100, 600);
    ask(terms);
    HttpResponse<InputStream> stream = circuit.client.send(
        circuit
            .request("/v1/accounts/bakery/events")
            .header("Authorization", "Bearer " + cashier)
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      awaitLine(lines, "event: ping");
      change(terms, "claims", anna);
      awaitLine(lines, "event: request");
      assertEquals(
          "data: {\"request\":\"" + terms.id() + "\",\"state\":\"claimed\"}", lines.readLine());
    }
  }

  private static void awaitLine(BufferedReader lines, String expected) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(expected)) {
        return;
      }
    }
    throw new AssertionError("the stream ended");
  }
}
