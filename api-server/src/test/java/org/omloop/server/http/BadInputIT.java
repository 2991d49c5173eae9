package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderEncoder;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;

/** Whatever is wrong with a request is named, and nothing is journalled unless a known key signed an order. */
class BadInputIT {
  @TempDir
  static Path data;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static RunningCircuit circuit;
  private long entries;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  @BeforeEach
  void count() {
    entries = treeSize();
  }

  @AfterEach
  void nothingIsJournalled() {
    assertEquals(entries, treeSize());
  }

  private static long treeSize() {
    return new JsonObject(circuit.get("/v1/currency").body()).getLong("treeSize");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      "amount":1250    | "amount":0                       | /amount
      "amount":1250    | "amount":-5                      | /amount
      "amount":1250    | "amount":"1250"                  | /amount
      "amount":1250    | "amount":9007199254740992        | /amount
      "amount":1250    | "amount":12.5                    | /amount
      "amount":1250,   | ``                               | /amount
      "amount":1250    | "amount":1250,"bonus":1          | /bonus
      "from":"anna"    | "from":"Anna"                    | /from
      "from":"anna"    | "from":null                      | /from
      "type":"pay"     | "type":"give"                    | /type
      "to":"bakery"    | "to":"bakery\\u0000"             | /to
      """)
  void aWrongMemberIsNamed(String right, String wrong, String pointer) {
    HttpResponse<String> answer = payload(pay().replace(right, wrong));

    assertEquals(List.of(pointer), places(answer), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"amount\":1250,\"amount\":1250}",
        "not json",
        "\uFEFF{\"amount\":1250}",
        "{\"to\":\"bakery\",\"amount\":1250}",
        "{ \"amount\":1250}"
      })
  void aPayloadThatIsNoCanonicalObjectIsMalformed(String payload) {
    assertEquals("malformed-order", problem(payload(payload)));
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    HttpResponse<String> answer = payload(pay()
        .replace("\"amount\":1250", "\"amount\":0")
        .replace("\"from\":\"anna\"", "\"from\":\"?\"")
        .replace("\"from\"", "\"extra\":1,\"from\""));

    assertEquals(
        List.of("/amount", "/extra", "/from"), places(answer).stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "..",
        "a.b",
        "a.b.c.d",
        "e30.e30.e30",
        "ééé.é.é",
        "eyJhbGciOiJub25lIn0.e30.",
        " ",
        "\0\0\0"
      })
  void aTextThatIsNoJwsIsMalformed(String text) {
    assertEquals(
        "malformed-order", problem(circuit.post("/v1/payments", "application/jose", text)));
  }

  @Test
  void anotherHeaderIsMalformed() {
    String payload = Base64Url.encode(pay().getBytes(StandardCharsets.UTF_8));
    for (String type : List.of("JWT", "omloop-session+jws", "omloop-request+jws")) {
      String text =
          RunningCircuit.jws(circuit.anna, RunningCircuit.header(circuit.anna, type), payload);
      assertEquals(
          "malformed-order", problem(circuit.post("/v1/payments", "application/jose", text)));
    }
  }

  @Test
  void anotherEncodingIsMalformedOrRefusedByItsName() {
    String text = RunningCircuit.pay(1, circuit.anna).text();
    HttpResponse<String> utf16 = circuit.send(circuit
        .request("/v1/payments")
        .header("Content-Type", "application/jose")
        .POST(HttpRequest.BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_16)))
        .build());
    assertEquals("malformed-order", problem(utf16));
    assertEquals(
        "wrong-content-type",
        problem(circuit.post("/v1/payments", "application/jose; charset=utf-16", text)));
    HttpResponse<String> packed = circuit.send(circuit
        .request("/v1/payments")
        .header("Content-Type", "application/jose")
        .header("Content-Encoding", "gzip")
        .POST(HttpRequest.BodyPublishers.ofString(text))
        .build());
    assertEquals("wrong-content-type", problem(packed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "x"
      })
  void anotherContentTypeIsNotTaken(String type) {
    assertEquals(
        "wrong-content-type",
        problem(circuit.post(
            "/v1/payments", type, RunningCircuit.pay(1, circuit.anna).text())));
  }

  @Test
  void aMissingContentTypeIsNotTaken() {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/payments")
        .POST(HttpRequest.BodyPublishers.ofString(
            RunningCircuit.pay(1, circuit.anna).text()))
        .build());

    assertEquals("wrong-content-type", problem(answer));
  }

  @Test
  void aStrangersOrderIsNotJournalled() {
    assertEquals(
        "unknown-signer",
        problem(circuit.post("/v1/payments", RunningCircuit.pay(1, RunningCircuit.newKey()))));
  }

  @Test
  void aSignatureThatDoesNotHoldIsNotJournalled() {
    String text = RunningCircuit.pay(1, circuit.anna).text();
    String other = RunningCircuit.pay(1, circuit.anna).text();
    String swapped =
        text.substring(0, text.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

    assertEquals(
        "wrong-signature", problem(circuit.post("/v1/payments", "application/jose", swapped)));
  }

  @Test
  void oneForgedSignatureOfTwoSpoilsTheOrder() {
    SignedOrder order = RunningCircuit.sign(
        new Order.Limit(RunningCircuit.terms(), RunningCircuit.BAKERY, 100),
        circuit.operator,
        RunningCircuit.newKey());

    assertEquals("unknown-signer", problem(circuit.post("/v1/orders", order)));
  }

  @Test
  void eachResourceTakesItsOwnOrdersOnly() {
    HttpResponse<String> answer = circuit.post("/v1/refunds", RunningCircuit.pay(1, circuit.anna));

    assertEquals("wrong-resource", problem(answer));
    assertEquals(List.of("/type"), places(answer));
  }

  @Test
  void aCaptureIsAboutTheHoldInItsAddress() {
    OrderId hold = RunningCircuit.terms().id();
    SignedOrder capture = RunningCircuit.sign(
        new Order.Capture(RunningCircuit.terms(), hold, Amount.of(1)), circuit.baker);

    assertEquals(
        List.of("/hold"),
        places(circuit.post("/v1/holds/" + RunningCircuit.terms().id() + "/captures", capture)));
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    String large = "x".repeat(65_537);

    assertEquals(
        "body-too-large", problem(circuit.post("/v1/payments", "application/jose", large)));
    HttpResponse<String> unannounced = circuit.send(circuit
        .request("/v1/payments")
        .header("Content-Type", "application/jose")
        .POST(HttpRequest.BodyPublishers.ofInputStream(
            () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.US_ASCII))))
        .build());
    assertEquals("body-too-large", problem(unannounced));
  }

  @Test
  void headersOverTheLimitAreTooLarge() {
    HttpResponse<String> answer = circuit.send(
        circuit.request("/v1/currency").header("X-Large", "x".repeat(10_000)).build());

    assertEquals(431, answer.statusCode());
    assertEquals("/problems/headers-too-large", new JsonObject(answer.body()).getString("type"));
  }

  @Test
  void anAddressOverTheLimitIsTooLong() {
    HttpResponse<String> answer = circuit.get("/v1/currency?x=" + "x".repeat(5_000));

    assertEquals(414, answer.statusCode());
  }

  @Test
  void anUploadThatBreaksOffIsForgotten() throws IOException {
    String text = RunningCircuit.pay(1, circuit.anna).text();
    try (Socket socket = connect()) {
      String head = "POST /v1/payments HTTP/1.1\r\nHost: x\r\nContent-Type: application/jose\r\n"
          + "Content-Length: " + text.length() + "\r\n\r\n";
      socket
          .getOutputStream()
          .write((head + text.substring(0, text.length() / 2)).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }
    assertEquals(200, circuit.get("/health").statusCode());
  }

  @Test
  void whatIsNoHttpIsAnsweredAndCutOff() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("HELLO\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.contains(" 400 Bad Request"), answer);
      assertTrue(answer.contains("application/problem+json"), answer);
    }
  }

  @Test
  void anAddressThatCannotBeDecodedIsMalformed() throws IOException {
    for (String path : List.of("/%zz", "/v1/%zz", "/v1/accounts/%ff", "/docs/api%")) {
      assertMalformed("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }
  }

  /** A code names the host that it was asked at. */
  @Test
  void aHostThatCanBeNoneIsMalformed() throws IOException {
    RequestId request = PaymentRequestsIT.withdrawn(circuit, circuit.token(circuit.baker));
    String asked = "GET /v1/payment-requests/" + request;
    assertMalformed(asked + " HTTP/1.0\r\n\r\n");
    for (String host : List.of("x".repeat(7_000), "x".repeat(254) + ":65535")) {
      assertMalformed(asked + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }
  }

  @Test
  void aChunkWithoutALengthEndsTheRequest() throws IOException {
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write(("POST /v1/payments HTTP/1.1\r\nHost: x\r\nContent-Type: application/jose\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc")
              .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertFalse(answer.contains(" 500 "), answer);
    }
    assertEquals(200, circuit.get("/health").statusCode());
  }

  private static void assertMalformed(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.matches("(?s)HTTP/1.[01] 400 .*"), request + answer);
    }
  }

  private static Socket connect() throws IOException {
    URI address = URI.create(circuit.server.address());
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=201, limit",
    "limit=ten, limit",
    "limit=010, limit",
    "limit=, limit",
    "limit=5&limit=6, limit",
    "cursor=abc, cursor",
    "cursor=7.3.AAAAAAAAAAAAAAAAAAAAAA, cursor",
    "treeSize=0, treeSize",
    "treeSize=99999999, treeSize",
    "page=2, page"
  })
  void aWrongParameterIsNamed(String query, String name) {
    HttpResponse<String> answer =
        circuit.get("/v1/accounts/anna/entries?" + query, circuit.token(circuit.anna));

    assertEquals(400, answer.statusCode(), answer.body());
    CONTRACT.assertFits("listEntries", answer, answer.body());
    assertEquals(List.of(name), places(answer));
  }

  @Test
  void aCursorIsGoodForItsOwnListOnly() {
    circuit.token(circuit.operator);
    String token = circuit.token(circuit.operator);
    HttpResponse<String> page = circuit.get("/v1/accounts/omloop-issuance/entries?limit=1", token);
    assertFalse(page.body().contains("next"), page.body());
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-11-01, until",
    "from=2026-11-01&until=2026-10-31, until",
    "from=2026-02-30&until=2026-03-01, from",
    "from=2024-01-01&until=2026-01-01, until",
    "from=yesterday&until=2026-11-01, from"
  })
  void aWrongPeriodIsNamed(String query, String name) {
    HttpResponse<String> answer =
        circuit.get("/v1/accounts/anna/statements?" + query, circuit.token(circuit.anna));

    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(List.of(name), places(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accounts/nobody",
        "/v1/entries/999999",
        "/v1/orders/01a20eb6-f107-75d1-8000-042b3c4d5e77",
        "/v1/accounts/nobody/entries",
        "/v1/accounts/nobody/statements?from=2026-11-01&until=2026-11-02"
      })
  void whatIsNotThereIsNotFound(String path) {
    HttpResponse<String> answer = circuit.get(path, circuit.token(circuit.operator));

    assertEquals(404, answer.statusCode());
    assertEquals("not-found", problem(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/nothing",
        "/v1",
        "/v1/currency/",
        "/v1//currency",
        "/log/tile/0/000.p/255",
        "/log/tile/0/0",
        "/log/tile/9/000",
        "/problems/none"
      })
  void anUnknownAddressIsNotFound(String path) {
    HttpResponse<String> answer = circuit.get(path);

    assertTrue(List.of(400, 404).contains(answer.statusCode()), answer.body());
    assertEquals(
        "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertFalse(problem(answer).isEmpty());
  }

  @Test
  void anotherMethodIsNotAllowed() {
    HttpResponse<String> answer =
        circuit.send(circuit.request("/v1/payments").DELETE().build());

    assertEquals(405, answer.statusCode());
    assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
    assertEquals("method-not-allowed", problem(answer));
  }

  @Test
  void anotherFormThanWeHaveIsNotAcceptable() {
    HttpResponse<String> answer = circuit.send(
        circuit.request("/v1/currency").header("Accept", "image/png").build());

    assertEquals(406, answer.statusCode());
    assertEquals("not-acceptable", problem(answer));
  }

  @Test
  void sentencesAreInTheLanguageAskedFor() {
    String english = circuit
        .send(circuit
            .request("/v1/nothing")
            .header("Accept-Language", "en-GB,en;q=0.8")
            .build())
        .body();
    String dutch = circuit
        .send(circuit
            .request("/v1/nothing")
            .header("Accept-Language", "fr,nl;q=0.5")
            .build())
        .body();

    assertEquals("Nothing here", new JsonObject(english).getString("title"));
    assertEquals("Hier is niets", new JsonObject(dutch).getString("title"));
  }

  private static String pay() {
    Terms terms = RunningCircuit.terms();
    return new String(
        OrderEncoder.encode(new Order.Pay(
            terms,
            RunningCircuit.ANNA,
            RunningCircuit.BAKERY,
            Amount.of(1_250),
            Optional.empty(),
            Optional.empty())),
        StandardCharsets.UTF_8);
  }

  /** Sends a payload, whatever it is, well signed by Anna's own key. */
  private static HttpResponse<String> payload(String payload) {
    SigningKey key = circuit.anna;
    HttpResponse<String> answer = circuit.post(
        "/v1/payments",
        "application/jose",
        RunningCircuit.jws(
            key,
            RunningCircuit.header(key, "omloop-order+jws"),
            Base64Url.encode(payload.getBytes(StandardCharsets.UTF_8))));
    CONTRACT.assertFits("createPayment", answer, answer.body());
    return answer;
  }

  private static String problem(HttpResponse<String> answer) {
    assertEquals(
        "application/problem+json",
        answer.headers().firstValue("Content-Type").orElse(""),
        answer.body());
    JsonObject problem = new JsonObject(answer.body());
    assertEquals(answer.statusCode(), problem.getInteger("status"));
    return problem.getString("type").replace("/problems/", "");
  }

  private static List<String> places(HttpResponse<String> answer) {
    return new JsonObject(answer.body())
        .getJsonArray("errors", new JsonArray()).stream()
            .map(JsonObject.class::cast)
            .map(error -> error.getString("pointer", error.getString("name")))
            .collect(Collectors.toList());
  }
}
