package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.payment.StickerId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/** A shop puts a request on a customer's phone, and learns nothing of the customer by it. */
@Timeout(60)
class OffersIT {
  private static final String ANY = "/v1/payment-requests";
  private static final long LIFE_SECONDS = 600;
  private static final ContractCheck CONTRACT = new ContractCheck();

  @TempDir
  private static Path data;

  private static RunningCircuit circuit;
  private static String baker;
  private static String cashier;
  private static String anna;
  private static String bo;
  private static StickerId ofAnna;
  private static StickerId ofBo;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    baker = circuit.token(circuit.baker);
    cashier = circuit.token(circuit.cashier);
    anna = circuit.token(circuit.anna);
    bo = circuit.token(circuit.bo);
    ofAnna = code(RunningCircuit.ANNA, circuit.anna, Map.of());
    ofBo = code(RunningCircuit.BO, circuit.bo, Map.of());
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static StickerId newId() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return StickerId.of(random);
  }

  private static StickerId code(AccountId payee, SigningKey key, Map<String, Object> more) {
    StickerId id = newId();
    Map<String, Object> members = new TreeMap<>(more);
    members.put("iat", RunningCircuit.now());
    members.put("ledger", RunningCircuit.ORIGIN);
    members.put("payee", payee.value());
    members.put("sticker", id.text());
    HttpResponse<String> made = circuit.post(
        "/v1/stickers", "application/jose", SignedText.sign("omloop-sticker+jws", members, key));
    assertEquals(201, made.statusCode(), made.body());
    return id;
  }

  /** A resident with a code of their own. */
  private static StickerId resident(String name) {
    SigningKey key = RunningCircuit.newKey();
    AccountId account = new AccountId(name);
    circuit.open(account, Role.RESIDENT, key);
    return code(account, key, Map.of());
  }

  private static RequestTerms asked() {
    return asked(RunningCircuit.BAKERY, circuit.cashier, RunningCircuit.now());
  }

  private static RequestTerms asked(AccountId payee, SigningKey key, long madeAt) {
    byte[] nonce = new byte[Long.BYTES];
    new SecureRandom().nextBytes(nonce);
    RequestTerms terms = RequestTerms.of(
        key.publicKey().keyId(),
        payee,
        Optional.of(Amount.of(1_250)),
        RunningCircuit.ORIGIN,
        madeAt,
        LIFE_SECONDS,
        nonce,
        "");
    Map<String, Object> members =
        Map.of("ledger", RunningCircuit.ORIGIN, "payee", payee.value(), "terms", terms.toString());
    HttpResponse<String> made =
        circuit.post(ANY, "application/jose", SignedText.sign("omloop-request+jws", members, key));
    assertEquals(201, made.statusCode(), made.body());
    return terms;
  }

  private static HttpResponse<String> offer(RequestTerms terms, StickerId sticker, String token) {
    return offer(terms, new JsonObject().put("sticker", sticker.text()).encode(), token);
  }

  private static HttpResponse<String> offer(RequestTerms terms, String body, String token) {
    HttpResponse<String> answer = circuit.send(circuit
        .request(ANY + "/" + terms.id() + "/offers")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
    CONTRACT.assertFits("offerPaymentRequest", answer, answer.body());
    return answer;
  }

  private static void change(RequestTerms terms, String what, String token) {
    HttpResponse<String> answer = circuit.send(circuit
        .request(ANY + "/" + terms.id() + "/" + what)
        .header("Authorization", "Bearer " + token)
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static List<String> offered(String account, String token) {
    HttpResponse<String> answer = circuit.get("/v1/accounts/" + account + "/offers", token);
    assertEquals(200, answer.statusCode(), answer.body());
    CONTRACT.assertFits("listOffers", answer, answer.body());
    JsonArray offers = new JsonObject(answer.body()).getJsonArray("offers");
    return offers.stream()
        .map(each -> ((JsonObject) each).getJsonObject("request").getString("request"))
        .toList();
  }

  private static boolean isOffered(RequestTerms terms, String account, String token) {
    return offered(account, token).contains(terms.id().text());
  }

  private static String outcome(HttpResponse<String> answer) {
    JsonObject body = new JsonObject(answer.body());
    return answer.statusCode() + " "
        + (answer.statusCode() == 200 ? body.getString("state") : body.getString("type"));
  }

  @Test
  void thePersonFindsItAndTheShopLearnsNothingOfThem() {
    RequestTerms terms = asked();
    HttpResponse<String> answer = offer(terms, ofAnna, cashier);
    assertEquals("200 open", outcome(answer));
    assertEquals(
        new JsonObject(circuit.get(ANY + "/" + terms.id()).body()), new JsonObject(answer.body()));
    assertFalse(answer.body().contains("anna"), answer.body());
    assertEquals(terms.id().text(), offered("anna", anna).get(0));
    assertFalse(isOffered(terms, "bo", bo));
  }

  @Test
  void onlyThePersonSeesWhatTheyWereAsked() {
    for (String other : List.of(bo, baker, circuit.token(circuit.operator))) {
      assertEquals(404, circuit.get("/v1/accounts/anna/offers", other).statusCode());
    }
  }

  @Test
  void onceMoreIsTheSame() {
    RequestTerms terms = asked();
    assertEquals("200 open", outcome(offer(terms, ofBo, cashier)));
    assertEquals("200 open", outcome(offer(terms, ofBo, baker)));
    assertEquals(1, offered("bo", bo).stream().filter(terms.id().text()::equals).count());
    change(terms, "claims", bo);
    assertEquals("200 claimed", outcome(offer(terms, ofBo, cashier)), "an answer was lost");
  }

  @Test
  void threePeopleAreAskedAlsoAtOnceAndNoMore() {
    List<StickerId> codes =
        IntStream.range(0, 6).mapToObj(at -> resident("many-" + at)).toList();
    RequestTerms terms = asked();
    List<String> outcomes = codes.stream()
        .map(code -> CompletableFuture.supplyAsync(() -> outcome(offer(terms, code, cashier))))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .sorted()
        .toList();
    assertEquals(
        List.of(
            "200 open",
            "200 open",
            "200 open",
            "409 /problems/offers-exhausted",
            "409 /problems/offers-exhausted",
            "409 /problems/offers-exhausted"),
        outcomes);
  }

  @Test
  void aPersonIsShownTheLatestFew() {
    SigningKey key = RunningCircuit.newKey();
    circuit.open(new AccountId("popular"), Role.RESIDENT, key);
    StickerId code = code(new AccountId("popular"), key, Map.of());
    IntStream.range(0, 4).forEach(each -> offer(asked(), code, cashier));
    assertEquals(3, offered("popular", circuit.token(key)).size());
  }

  @Test
  void whatEndsIsNotShownAnyMore() {
    RequestTerms withdrawn = asked();
    offer(withdrawn, ofAnna, cashier);
    change(withdrawn, "withdrawals", cashier);
    assertFalse(isOffered(withdrawn, "anna", anna));
    assertEquals("200 withdrawn", outcome(offer(withdrawn, ofBo, cashier)));
    assertFalse(isOffered(withdrawn, "bo", bo));

    RequestTerms paid = asked();
    offer(paid, ofAnna, cashier);
    Order.Pay order = new Order.Pay(
        RunningCircuit.terms(),
        RunningCircuit.ANNA,
        RunningCircuit.BAKERY,
        Amount.of(1_250),
        Optional.of(paid),
        Optional.empty());
    assertEquals(
        201,
        circuit.post("/v1/payments", RunningCircuit.sign(order, circuit.anna)).statusCode());
    assertFalse(isOffered(paid, "anna", anna));
    assertEquals("200 paid", outcome(offer(paid, ofAnna, cashier)));
  }

  @Test
  void anOfferLivesNoLongerThanItsRequest() throws InterruptedException {
    RequestTerms terms =
        asked(RunningCircuit.BAKERY, circuit.cashier, RunningCircuit.now() - LIFE_SECONDS + 3);
    assertEquals("200 open", outcome(offer(terms, ofBo, cashier)));
    assertTrue(isOffered(terms, "bo", bo));
    while (isOffered(terms, "bo", bo)) { // three seconds, or the class's limit
      Thread.onSpinWait();
    }
    assertEquals("200 expired", outcome(offer(terms, ofBo, cashier)));
  }

  @Test
  void whileAnotherConfirmsNobodyElseIsAsked() {
    RequestTerms terms = asked();
    change(terms, "claims", anna);
    assertEquals("409 /problems/request-taken", outcome(offer(terms, ofBo, cashier)));
    assertEquals("200 claimed", outcome(offer(terms, ofAnna, cashier)));
  }

  @Test
  void aCodeThatIsNoPersonsIsTold() {
    RequestTerms terms = asked();
    assertEquals("409 /problems/sticker-unknown", outcome(offer(terms, newId(), cashier)));
    String mistyped = new JsonObject().put("sticker", "0000000001").encode();
    assertEquals("409 /problems/sticker-unknown", outcome(offer(terms, mistyped, cashier)));

    StickerId own = code(RunningCircuit.BAKERY, circuit.baker, Map.of());
    assertEquals("409 /problems/sticker-own", outcome(offer(terms, own, cashier)));

    SigningKey grocer = RunningCircuit.newKey();
    circuit.open(new AccountId("grocer"), Role.FIRM, grocer);
    StickerId shops = code(new AccountId("grocer"), grocer, Map.of());
    StickerId priced = code(RunningCircuit.ANNA, circuit.anna, Map.of("text", "Taart"));
    for (StickerId each : List.of(shops, priced)) {
      assertEquals("409 /problems/sticker-not-personal", outcome(offer(terms, each, cashier)));
    }
  }

  @Test
  void aReplacedCodeIsTold() {
    SigningKey key = RunningCircuit.newKey();
    AccountId account = new AccountId("renewer");
    circuit.open(account, Role.RESIDENT, key);
    StickerId code = code(account, key, Map.of());
    circuit.send(circuit
        .request("/v1/stickers/" + code + "/replacements")
        .header("Authorization", "Bearer " + circuit.token(key))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
    assertEquals("409 /problems/sticker-replaced", outcome(offer(asked(), code, cashier)));
  }

  @Test
  void ofASuspendedAccountTheShopReadsWhatItReadsOfAnyOther() {
    StickerId code = resident("stopped");
    Order.Suspend suspend =
        new Order.Suspend(RunningCircuit.terms(), new AccountId("stopped"), true);
    assertEquals(
        201,
        circuit
            .post("/v1/orders", RunningCircuit.sign(suspend, circuit.operator))
            .statusCode());
    RequestTerms terms = asked();
    assertEquals(offer(terms, ofBo, cashier).body(), offer(terms, code, cashier).body());
  }

  @Test
  void nobodyIsAskedForEver() {
    RequestTerms terms = asked();
    for (int time = 0; time < 3; time++) {
      assertEquals("200 open", outcome(offer(terms, ofBo, cashier)));
    }
    assertEquals("409 /problems/offers-exhausted", outcome(offer(terms, ofBo, cashier)));
  }

  @Test
  void onlyTheShopItselfAsksAndNoPersonDoes() {
    RequestTerms terms = asked();
    assertEquals("403 /problems/right-missing", outcome(offer(terms, ofBo, anna)));
    RequestTerms annas = asked(RunningCircuit.ANNA, circuit.anna, RunningCircuit.now());
    assertEquals("403 /problems/right-missing", outcome(offer(annas, ofBo, anna)));
    assertFalse(isOffered(terms, "bo", bo));
    assertFalse(isOffered(annas, "bo", bo));
  }

  @Test
  void whatIsNoOfferIsNamed() {
    RequestTerms terms = asked();
    for (String wrong : List.of(
        "",
        "null",
        "[]",
        "{}",
        "{\"sticker\":7}",
        "{\"sticker\":\"" + ofBo + "\",\"name\":\"Bo\"}")) {
      assertEquals("400 /problems/malformed-request", outcome(offer(terms, wrong, cashier)), wrong);
    }
  }

  @Test
  void thePhoneHearsOfItAtOnceAndOfItsEnd() throws IOException, InterruptedException {
    RequestTerms terms = asked();
    HttpResponse<InputStream> stream = circuit.client.send(
        circuit
            .request("/v1/accounts/bo/events")
            .header("Authorization", "Bearer " + bo)
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      awaitLine(lines, "event: ping");
      offer(terms, ofBo, cashier);
      awaitLine(lines, "data: {\"request\":\"" + terms.id() + "\",\"state\":\"open\"}");
      change(terms, "withdrawals", cashier);
      awaitLine(lines, "data: {\"request\":\"" + terms.id() + "\",\"state\":\"withdrawn\"}");
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
