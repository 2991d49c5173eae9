package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/** A shop's day: what it took, who took it, and closing it once, without a gap. */
class ClosingsIT {
  private static final ContractCheck CONTRACT = new ContractCheck();
  private static final long POCKET_MONEY = 5_000;
  private static final String TYPE = "omloop-closing+jws";

  @TempDir
  private static Path data;

  private static RunningCircuit circuit;
  private static int shops;

  /** Each test has a shop of its own, which has sold nothing yet. */
  private final AccountId shop = new AccountId("shop-" + ++shops);

  private final String path = "/v1/accounts/" + shop;
  private final SigningKey owner = RunningCircuit.newKey();
  private final SigningKey cashier = RunningCircuit.newKey();
  private String baker;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Issue(
                RunningCircuit.terms(), RunningCircuit.ANNA, Amount.of(POCKET_MONEY), "bank-2"),
            circuit.operator));
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  @BeforeEach
  void open() {
    circuit.open(shop, Role.FIRM, owner);
    circuit.post("/v1/keys", RunningCircuit.enrol(shop, cashier, owner));
    baker = circuit.token(owner);
  }

  /** A payment at a till: the key signs the request that it answers. */
  private OrderId sell(long amount, SigningKey till) {
    byte[] nonce = new byte[Long.BYTES];
    new SecureRandom().nextBytes(nonce);
    RequestTerms terms = RequestTerms.of(
        till.publicKey().keyId(),
        shop,
        Optional.of(Amount.of(amount)),
        RunningCircuit.ORIGIN,
        RunningCircuit.now(),
        600,
        nonce,
        "K1-7");
    return booked(
        "/v1/payments",
        new Order.Pay(
            RunningCircuit.terms(),
            RunningCircuit.ANNA,
            shop,
            Amount.of(amount),
            Optional.of(terms),
            Optional.empty()),
        circuit.anna);
  }

  /** A payment without a request of a till's. */
  private SignedOrder paidDirectly(long amount) {
    return RunningCircuit.sign(
        new Order.Pay(
            RunningCircuit.terms(),
            RunningCircuit.ANNA,
            shop,
            Amount.of(amount),
            Optional.empty(),
            Optional.empty()),
        circuit.anna);
  }

  private OrderId giveBack(OrderId payment, long amount, SigningKey till) {
    return booked(
        "/v1/refunds",
        new Order.Refund(RunningCircuit.terms(), payment, Amount.of(amount), Optional.empty()),
        till);
  }

  private void redeem(long amount) {
    booked(
        "/v1/redemptions",
        new Order.Redeem(
            RunningCircuit.terms(),
            shop,
            Amount.of(amount),
            Purpose.SUPPLIER,
            Optional.empty(),
            "A".repeat(43)),
        owner);
  }

  private OrderId booked(String where, Order order, SigningKey key) {
    SignedOrder signed = RunningCircuit.sign(order, key);
    HttpResponse<String> answer = circuit.post(where, signed);
    assertEquals(201, answer.statusCode(), answer.body());
    return signed.id();
  }

  private JsonObject tally(String token) {
    HttpResponse<String> answer = circuit.get(path + "/tally", token);
    CONTRACT.assertFits("getTally", answer, answer.body());
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  /** What a till signs to close what a tally told. */
  private Map<String, Object> members(JsonObject tally) {
    return new HashMap<>(Map.of(
        "account", shop.value(),
        "ledger", RunningCircuit.ORIGIN,
        "number", tally.getLong("number"),
        "first", tally.getLong("first"),
        "size", tally.getLong("treeSize"),
        "root", tally.getString("root")));
  }

  private HttpResponse<String> close(Map<String, Object> members, SigningKey key) {
    return send(SignedText.sign(TYPE, members, key));
  }

  private HttpResponse<String> send(String jws) {
    HttpResponse<String> answer = circuit.post(path + "/closings", "application/jose", jws);
    CONTRACT.assertFits("createClosing", answer, answer.body());
    return answer;
  }

  private HttpResponse<String> close() {
    return close(members(tally(baker)), owner);
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type");
  }

  private static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(members);
    changed.put(name, value);
    return changed;
  }

  @Test
  void theTallyTellsWhoTookWhatAndChangesNothing() {
    OrderId bread = sell(500, cashier);
    sell(250, owner);
    giveBack(bread, 120, cashier);
    circuit.post("/v1/payments", paidDirectly(100));
    JsonObject tally = tally(baker);

    assertEquals(1, tally.getLong("number"));
    assertEquals(0, tally.getLong("first"));
    assertEquals(850, tally.getLong("gross"));
    assertEquals(120, tally.getLong("refunds"));
    assertEquals(730, tally.getLong("net"));
    assertEquals(3, tally.getLong("paymentCount"));
    assertEquals(1, tally.getLong("refundCount"));
    Map<String, Long> net = new HashMap<>();
    objects(tally.getJsonArray("byCashier"))
        .forEach(each -> net.put(
            each.getJsonObject("cashier", new JsonObject()).getString("label", "nobody"),
            each.getLong("net")));
    assertEquals(Map.of("till", 380L, "phone", 250L, "nobody", 100L), net);
    assertEquals(
        List.of("code", "direct"),
        objects(tally.getJsonArray("byChannel")).stream()
            .map(each -> each.getString("channel"))
            .toList());
    assertEquals(tally, tally(baker));
  }

  @Test
  void aCashierSeesTheOwnSalesAndDoesNotClose() {
    sell(500, cashier);
    sell(250, owner);
    JsonObject own = tally(circuit.token(cashier));

    assertEquals(500, own.getLong("gross"));
    assertEquals("till", own.getJsonObject("cashier").getString("label"));
    assertFalse(own.containsKey("closing"));
    assertEquals("403 /problems/right-missing", problem(close(members(own), cashier)));
  }

  @Test
  void closingsFollowOneAnotherAndTieToTheStatement() {
    List<JsonObject> closed = new ArrayList<>();
    OrderId bread = sell(500, cashier);
    closed.add(closed(1));
    giveBack(bread, 200, cashier);
    redeem(50);
    closed.add(closed(2));
    sell(75, owner);
    giveBack(bread, 300, owner);
    closed.add(closed(3));

    long balance = 0;
    long size = 0;
    for (JsonObject each : closed) {
      JsonObject tally = each.getJsonObject("tally");
      assertEquals(size, tally.getLong("first"));
      assertEquals(balance, tally.getLong("opening"));
      balance += tally.getLong("net") - tally.getLong("contributions") + tally.getLong("other");
      assertEquals(balance, tally.getLong("closing"));
      size = tally.getLong("treeSize");
    }
    assertEquals(-50, closed.get(1).getJsonObject("tally").getLong("other"));
    assertEquals(-200, closed.get(1).getJsonObject("tally").getLong("net"));
    assertEquals(statement(size).getLong("closing"), balance);
    assertEquals(
        closed.get(1), new JsonObject(circuit.get(path + "/closings/2", baker).body()));
    HttpResponse<String> list = circuit.get(path + "/closings?limit=2&before=3", baker);
    CONTRACT.assertFits("listClosings", list, list.body());
    assertEquals(
        List.of(2L, 1L),
        objects(new JsonObject(list.body()).getJsonArray("closings")).stream()
            .map(each -> each.getLong("number"))
            .toList());
  }

  private JsonObject closed(long number) {
    HttpResponse<String> answer = close();
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(
        path + "/closings/" + number, answer.headers().firstValue("Location").orElse(""));
    return new JsonObject(answer.body());
  }

  private JsonObject statement(long size) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new JsonObject(circuit
        .get(
            path + "/statements?from=" + today.minusDays(1) + "&until=" + today.plusDays(1)
                + "&treeSize=" + size,
            baker)
        .body());
  }

  @Test
  void theSameBytesHaveTheSameAnswerAndOthersAreTold() {
    sell(100, cashier);
    String jws = SignedText.sign(TYPE, members(tally(baker)), owner);
    HttpResponse<String> first = send(jws);
    sell(100, cashier);
    HttpResponse<String> again = send(jws);

    assertEquals(201, first.statusCode(), first.body());
    assertEquals(200, again.statusCode(), again.body());
    assertEquals(new JsonObject(first.body()), new JsonObject(again.body()));
    JsonObject open = tally(baker);
    assertEquals(
        "409 /problems/closing-conflict", problem(close(with(members(open), "number", 1L), owner)));
  }

  @Test
  void ofTwoTillsAtOnceOneCloses() {
    sell(100, cashier);
    Map<String, Object> members = members(tally(baker));
    sell(200, cashier);
    Map<String, Object> later = members(tally(baker));
    List<String> answers = IntStream.range(0, 8)
        .mapToObj(
            at -> CompletableFuture.supplyAsync(() -> close(at % 2 == 0 ? members : later, owner)))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .map(answer -> answer.statusCode() < 300 ? "closed" : problem(answer))
        .distinct()
        .sorted()
        .toList();

    assertEquals(List.of("409 /problems/closing-conflict", "closed"), answers);
    assertEquals(2, tally(baker).getLong("number"));
  }

  @Test
  void nothingIsSkippedRepeatedOrClosedEmpty() {
    Map<String, Object> empty = members(tally(baker));
    assertEquals("409 /problems/nothing-to-close", problem(close(empty, owner)));
    sell(100, cashier);
    Map<String, Object> first = members(tally(baker));
    long size = (long) first.get("size");
    assertConflict(with(first, "number", 2L));
    assertConflict(with(first, "first", 1L));
    assertEquals(201, close(first, owner).statusCode());
    sell(100, cashier);
    Map<String, Object> second = members(tally(baker));
    assertConflict(with(second, "first", size - 1));
    assertConflict(with(second, "first", 0L));
    assertConflict(with(second, "number", 3L));
    assertEquals(201, close(second, owner).statusCode());
    assertEquals("409 /problems/nothing-to-close", problem(closeAfterAStrangersEntry()));
  }

  private void assertConflict(Map<String, Object> members) {
    assertEquals("409 /problems/closing-conflict", problem(close(members, owner)));
  }

  /** Somebody else's entry makes the journal longer, and leaves nothing of the shop's to close. */
  private HttpResponse<String> closeAfterAStrangersEntry() {
    booked(
        "/v1/orders",
        new Order.Issue(RunningCircuit.terms(), RunningCircuit.BO, Amount.of(1), "bank-9"),
        circuit.operator);
    return close();
  }

  @Test
  void onlyTheShopClosesAndOnlyWhatIsInTheJournal() {
    sell(100, cashier);
    Map<String, Object> fits = members(tally(baker));
    assertEquals("400 /problems/unknown-signer", problem(close(fits, circuit.anna)));
    assertEquals("400 /problems/unknown-signer", problem(close(fits, RunningCircuit.newKey())));
    for (Map<String, Object> wrong : List.of(
        with(fits, "account", "anna"),
        with(fits, "ledger", "other.example/kring"),
        with(fits, "size", 9_007_199_254_740_991L),
        with(fits, "size", 0L),
        with(fits, "number", 0L),
        with(fits, "first", -1L),
        with(fits, "root", Hash.EMPTY_ROOT.toString()),
        with(fits, "root", "x"),
        with(fits, "gross", 1L))) {
      assertEquals(
          "400 /problems/malformed-request", problem(close(wrong, owner)), wrong::toString);
    }
    assertEquals(
        "409 /problems/closing-conflict",
        problem(close(with(fits, "number", 9_007_199_254_740_991L), owner)));
    String jws = SignedText.sign(TYPE, fits, owner);
    String other = SignedText.sign(TYPE, fits, cashier);
    String forged =
        jws.substring(0, jws.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    assertEquals("400 /problems/wrong-signature", problem(send(forged)));
    assertEquals("400 /problems/malformed-request", problem(send("x".repeat(5_000))));
    assertEquals(201, close(fits, owner).statusCode());
  }

  @Test
  void aLateClosingMayLeaveTheLatestForTheNext() {
    sell(100, cashier);
    Map<String, Object> asRead = members(tally(baker));
    sell(200, cashier);

    JsonObject closed = new JsonObject(close(asRead, owner).body());
    assertEquals(100, closed.getJsonObject("tally").getLong("gross"));
    assertEquals(200, tally(baker).getLong("gross"));
  }

  /** The journal is read in parts of a thousand entries. */
  @Test
  void aLongStretchIsAddedUpWhole() {
    int sales = 1_003;
    IntStream.range(0, sales)
        .parallel()
        .forEach(each ->
            assertEquals(201, circuit.post("/v1/payments", paidDirectly(1)).statusCode()));
    JsonObject tally = closed(1).getJsonObject("tally");

    assertEquals(sales, tally.getLong("gross"));
    assertEquals(sales, tally.getLong("paymentCount"));
    assertEquals(sales, tally.getLong("closing"));
    assertEquals(0, tally.getLong("other"));
  }

  @Test
  void aDayIsTheShopsOwnAndSaysWhatIsLeftOfEachSale() {
    OrderId bread = sell(500, cashier);
    OrderId part = giveBack(bread, 120, cashier);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    HttpResponse<String> answer = sales(now.minusSeconds(86_400), now.plusSeconds(60));
    CONTRACT.assertFits("listSales", answer, answer.body());
    List<JsonObject> sales = objects(new JsonObject(answer.body()).getJsonArray("sales"));

    assertEquals(2, sales.size());
    assertEquals(bread.toString(), sales.get(0).getString("order"));
    assertEquals(120, sales.get(0).getLong("refunded"));
    assertEquals("K1-7", sales.get(0).getString("reference"));
    assertEquals("code", sales.get(0).getString("channel"));
    assertEquals("anna", sales.get(0).getString("customer"));
    assertEquals("till", sales.get(0).getJsonObject("cashier").getString("label"));
    assertEquals(part.toString(), sales.get(1).getString("order"));
    assertEquals(bread.toString(), sales.get(1).getString("original"));
    assertEquals(380, new JsonObject(answer.body()).getJsonObject("totals").getLong("net"));
    assertEquals(
        120,
        objects(new JsonObject(circuit.get(path + "/entries", baker).body())
                .getJsonArray("entries"))
            .get(1)
            .getLong("refunded"));
    assertEquals(400, sales(now, now).statusCode());
    assertEquals(400, sales(now, now.plusSeconds(172_801)).statusCode());
    assertEquals(
        400,
        circuit
            .get(path + "/sales?since=2026-02-31T00:00:00Z&before=2026-03-01T00:00:00Z", baker)
            .statusCode());
  }

  /** A span ends just before its end: what is booked on the stroke of midnight is of the next day. */
  @Test
  void midnightBelongsToTheNextDay() {
    sell(500, cashier);
    Instant now = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    Instant booked = Instant.parse(
        objects(new JsonObject(sales(now.minusSeconds(3_600), now).body()).getJsonArray("sales"))
            .get(0)
            .getString("bookedAt"));

    assertEquals(0, count(sales(booked.minusSeconds(3_600), booked)));
    assertEquals(1, count(sales(booked, booked.plusSeconds(3_600))));
  }

  private static int count(HttpResponse<String> sales) {
    return new JsonObject(sales.body()).getJsonArray("sales").size();
  }

  private HttpResponse<String> sales(Instant since, Instant before) {
    return circuit.get(path + "/sales?since=" + since + "&before=" + before, baker);
  }

  @Test
  void aSpreadsheetReadsAClosing() {
    sell(1_250, cashier);
    closed(1);
    for (String what : List.of("/tally", "/closings/1")) {
      HttpResponse<String> answer = circuit.send(circuit
          .request(path + what)
          .header("Authorization", "Bearer " + baker)
          .header("Accept", "text/csv")
          .header("Accept-Language", "nl")
          .build());
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
      assertTrue(answer.body().startsWith("\uFEFFwat;naam;betalingen;"), answer.body());
    }
    String closing = circuit
        .send(circuit
            .request(path + "/closings/1")
            .header("Authorization", "Bearer " + baker)
            .header("Accept", "text/csv")
            .header("Accept-Language", "nl")
            .build())
        .body();
    assertTrue(closing.contains("totaal;;1;0;12,50;0,00;12,50;0,00\r\n"), closing);
    assertTrue(closing.contains("eindsaldo;12,50\r\n"), closing);
    assertTrue(closing.contains("nummer;1\r\n"), closing);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
