package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStatement;
import org.w3c.dom.Document;

/** What a member reads of the own account: pages, statements, orders, and the office's list of redemptions. */
class StatementsIT {
  @TempDir
  static Path data;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  // Around midnight the entries may lie on either side of it.
  private static final String PERIOD =
      "?from=" + TODAY.minusDays(1) + "&until=" + TODAY.plusDays(1);
  private static final String NAME = "Bakkerij ’t Proefje & Zn.";
  private static RunningCircuit circuit;
  private static String anna;
  private static OrderId first;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    for (int amount = 1; amount <= 5; amount++) {
      SignedOrder order = RunningCircuit.pay(amount * 100, circuit.anna);
      first = amount == 1 ? order.id() : first;
      assertEquals(201, circuit.post("/v1/payments", order).statusCode());
    }
    assertEquals(201, circuit.post("/v1/refunds", refund(25)).statusCode());
    anna = circuit.token(circuit.anna);
    circuit.post(
        "/v1/members",
        "application/jose",
        MemberStatement.sign(
            new Member(RunningCircuit.BAKERY, NAME, "Proef B.V.", "Dorpsstraat 1", "Centrum"),
            RunningCircuit.ORIGIN,
            RunningCircuit.now(),
            circuit.operator));
  }

  private static SignedOrder refund(long amount) {
    return RunningCircuit.sign(
        new Order.Refund(RunningCircuit.terms(), first, Amount.of(amount), Optional.empty()),
        circuit.cashier);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  @Test
  void aStatementTies() {
    HttpResponse<String> answer = circuit.get("/v1/accounts/anna/statements" + PERIOD, anna);
    JsonObject statement = new JsonObject(answer.body());
    long balance = statement.getLong("opening");
    for (JsonObject line : objects(statement.getJsonArray("lines"))) {
      long amount = line.getLong("amount");
      balance += line.getString("side").equals("credit") ? amount : -amount;
      assertEquals(balance, line.getLong("balance"));
    }

    CONTRACT.assertFits("getStatement", answer, answer.body());
    assertEquals(7, statement.getJsonArray("lines").size());
    assertEquals(5_025, statement.getLong("credits"));
    assertEquals(1_500, statement.getLong("debits"));
    assertEquals(3_525, statement.getLong("closing"));
    assertEquals(balance, statement.getLong("closing"));
  }

  @Test
  void aStatementOfAnEarlierSizeNeverChanges() {
    long size = new JsonObject(circuit.get("/v1/accounts/anna", anna).body()).getLong("treeSize");
    String path = "/v1/accounts/anna/statements" + PERIOD + "&treeSize=" + size;
    String before = circuit.get(path, anna).body();
    circuit.post("/v1/payments", gift());

    assertEquals(before, circuit.get(path, anna).body());
  }

  /** Refused by the rules, so that the sums of the other tests stay. */
  private static SignedOrder gift() {
    return RunningCircuit.sign(
        new Order.Pay(
            RunningCircuit.terms(),
            RunningCircuit.ANNA,
            RunningCircuit.BO,
            Amount.of(1),
            Optional.empty(),
            Optional.empty()),
        circuit.anna);
  }

  @Test
  void aSpreadsheetReadsTheStatement() {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/accounts/anna/statements" + PERIOD)
        .header("Authorization", "Bearer " + anna)
        .header("Accept", "text/csv")
        .header("Accept-Language", "nl")
        .build());
    String[] rows = answer.body().split("\r\n", -1);

    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
    assertEquals(
        "\uFEFFdatum;tijd (UTC);soort;tegenrekening;af;bij;saldo;boeking;opdracht", rows[0]);
    assertTrue(rows[1].contains(";beginsaldo;anna;;;0,00;"), rows[1]);
    assertTrue(rows[3].contains(";purchase;bakery;1,00;;49,00;"), rows[3]);
    assertTrue(rows[9].contains(";eindsaldo;;15,00;50,25;35,25;"), rows[9]);
  }

  private static HttpResponse<byte[]> file(String type, String language) throws Exception {
    HttpResponse<byte[]> answer = circuit.client.send(
        circuit
            .request("/v1/accounts/anna/statements" + PERIOD)
            .header("Authorization", "Bearer " + anna)
            .header("Accept", type)
            .header("Accept-Language", language)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
    CONTRACT.assertFits("getStatement", answer, "");
    assertEquals(200, answer.statusCode());
    return answer;
  }

  private static void assertSavedAs(String ending, HttpResponse<?> answer) {
    assertEquals(
        "attachment; filename=\"omloop-anna-" + TODAY.minusDays(1) + "-" + TODAY.plusDays(1)
            + ending + "\"",
        answer.headers().firstValue("Content-Disposition").orElse(""));
  }

  @Test
  void aStatementIsReadAndPrintedAsPdf() throws Exception {
    HttpResponse<byte[]> answer = file("application/pdf", "nl");
    assertSavedAs(".pdf", answer);
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      assertTrue(text.contains("Kring Proef"), text);
      assertTrue(text.contains("Rekening anna"), text);
      assertTrue(text.contains("Aankoop, " + NAME), text);
      assertTrue(text.contains("Eindsaldo 35,25"), text);
      assertTrue(text.contains("Totaal 15,00 50,25"), text);
      assertTrue(text.contains("Bladzijde 1 van 1"), text);
    }
    try (PDDocument document = Loader.loadPDF(file("application/pdf", "en").body())) {
      assertTrue(new PDFTextStripper().getText(document).contains("Statement of account"));
    }
  }

  @Test
  void aBookkeepingPackageReadsCamt() throws Exception {
    HttpResponse<byte[]> answer = file("application/xml", "nl");
    assertSavedAs(".camt053.xml", answer);
    Document document = DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body()));
    XPath path = XPathFactory.newDefaultInstance().newXPath();
    assertEquals("7", path.evaluate("count(//Ntry)", document));
    assertEquals("35.25", path.evaluate("//Bal[Tp/CdOrPrtry/Cd='CLBD']/Amt", document));
    assertEquals(
        "35.25",
        path.evaluate(
            "round(100 * (sum(//Ntry[CdtDbtInd='CRDT']/Amt) - sum(//Ntry[CdtDbtInd='DBIT']/Amt)))"
                + " div 100",
            document));
    assertEquals(NAME, path.evaluate("//Ntry[2]//Cdtr/Nm", document));
  }

  @Test
  void anOlderPackageReadsMt940() throws Exception {
    HttpResponse<byte[]> answer = file("text/plain", "en");
    assertSavedAs(".940", answer);
    String text = new String(answer.body(), StandardCharsets.US_ASCII);
    assertTrue(text.contains(":25:anna\r\n"), text);
    assertTrue(text.contains("EUR35,25\r\n-\r\n"), text);
    assertTrue(text.contains("/NAME/Bakkerij 't Proefje + Zn./EREF/"), text);
    assertEquals(7, text.split("\r\n:61:", -1).length - 1);
  }

  @Test
  void aMonthIsNumberedOnceItIsOver() {
    LocalDate last = TODAY.minusMonths(1).withDayOfMonth(1);
    LocalDate next = TODAY.plusMonths(1).withDayOfMonth(1);
    String number = last.getMonthValue() + "/1";
    assertEquals(number, number(last, ""));
    assertEquals(number, number(last, "&treeSize=3"), "a later entry shows it");
    assertEquals("0/1", number(next, ""));
    assertEquals("0/1", number(next, "&treeSize=3"), "no later entry shows it");
  }

  private static String number(LocalDate first, String more) {
    String period = "?from=" + first + "&until=" + first.plusMonths(1).minusDays(1);
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/accounts/anna/statements" + period + more)
        .header("Authorization", "Bearer " + anna)
        .header("Accept", "text/plain")
        .build());
    return answer.body().replaceAll("(?s).*\\r\\n:28C:(.*?)\\r\\n.*", "$1");
  }

  @Test
  void noOtherFileIsOffered() {
    HttpResponse<String> answer = circuit.send(circuit
        .request("/v1/accounts/anna/statements" + PERIOD)
        .header("Authorization", "Bearer " + anna)
        .header("Accept", "image/png")
        .build());
    CONTRACT.assertFits("getStatement", answer, answer.body());
    assertEquals(406, answer.statusCode());
  }

  @Test
  void pagesFollowOneAnotherAsTheJournalWasAtFirst() {
    List<Long> seen = new ArrayList<>();
    Optional<String> path = Optional.of("/v1/accounts/anna/entries?limit=3");
    while (path.isPresent()) {
      HttpResponse<String> answer = circuit.get(path.get(), anna);
      JsonObject page = new JsonObject(answer.body());
      CONTRACT.assertFits("listEntries", answer, answer.body());
      objects(page.getJsonArray("entries")).forEach(entry -> seen.add(entry.getLong("index")));
      path = answer.headers().firstValue("Link").map(link -> link.replaceAll("<(.*)>.*", "$1"));
      assertEquals(path.isPresent(), page.containsKey("next"));
    }

    assertEquals(7, seen.size());
    assertEquals(seen.stream().distinct().sorted((a, b) -> Long.compare(b, a)).toList(), seen);
  }

  @Test
  void aCursorIsForItsOwnListAndSize() {
    String cursor = new JsonObject(
            circuit.get("/v1/accounts/anna/entries?limit=3", anna).body())
        .getString("next");
    String baker = circuit.token(circuit.baker);

    assertEquals(
        400, circuit.get("/v1/accounts/bakery/entries?cursor=" + cursor, baker).statusCode());
    assertEquals(
        400,
        circuit
            .get("/v1/accounts/anna/entries?treeSize=1&cursor=" + cursor, anna)
            .statusCode());
  }

  @Test
  void whatBecameOfAnOrderIsFoundByItsId() {
    HttpResponse<String> answer = circuit.get("/v1/orders/" + first, anna);

    CONTRACT.assertFits("getOrder", answer, answer.body());
    assertEquals("posted", new JsonObject(answer.body()).getString("decision"));
    assertEquals(
        404, circuit.get("/v1/orders/" + first, circuit.token(circuit.bo)).statusCode());
  }

  @Test
  void aRefusedOrderIsFoundByItsParties() {
    SignedOrder order = gift();
    circuit.post("/v1/payments", order);
    HttpResponse<String> answer =
        circuit.get("/v1/orders/" + order.id(), circuit.token(circuit.bo));

    CONTRACT.assertFits("getOrder", answer, answer.body());
    assertEquals("policy-forbids", new JsonObject(answer.body()).getString("reason"));
    assertEquals(
        404,
        circuit.get("/v1/orders/" + order.id(), circuit.token(circuit.baker)).statusCode());
  }

  @Test
  void redemptionsMoveFromStateToState() {
    String office = circuit.token(circuit.operator);
    Order.Redeem redeem = new Order.Redeem(
        RunningCircuit.terms(),
        RunningCircuit.BAKERY,
        Amount.of(300),
        Purpose.SUPPLIER,
        Optional.empty(),
        "A".repeat(43));
    circuit.post("/v1/redemptions", RunningCircuit.sign(redeem, circuit.baker));

    HttpResponse<String> asked = circuit.get("/v1/redemptions", office);
    CONTRACT.assertFits("listRedemptions", asked, asked.body());
    String id = redeem.terms().id().toString();
    assertTrue(orders(asked).contains(id));
    circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.PaidOut(RunningCircuit.terms(), redeem.terms().id(), "bank-2"),
            circuit.operator));
    assertFalse(orders(circuit.get("/v1/redemptions?state=requested", office)).contains(id));
    assertTrue(orders(circuit.get("/v1/redemptions?state=paid-out", office)).contains(id));
    circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Returned(RunningCircuit.terms(), redeem.terms().id(), "bank-3"),
            circuit.operator));
    assertFalse(orders(circuit.get("/v1/redemptions?state=paid-out", office)).contains(id));
    assertTrue(orders(circuit.get("/v1/redemptions?state=returned", office)).contains(id));
  }

  @Test
  void aListOfRedemptionsIsOfTheSizeItStates() {
    String office = circuit.token(circuit.operator);
    List<OrderId> asked = List.of(redeem(), redeem());
    String list = "/v1/redemptions?state=requested&limit=1";
    JsonObject page = new JsonObject(circuit.get(list, office).body());
    asked.forEach(StatementsIT::payOut);
    OrderId late = redeem();

    List<String> rest = new ArrayList<>();
    while (page.containsKey("next")) {
      HttpResponse<String> answer = circuit.get(list + "&cursor=" + page.getString("next"), office);
      assertEquals(page.getLong("treeSize"), new JsonObject(answer.body()).getLong("treeSize"));
      page = new JsonObject(answer.body());
      rest.addAll(orders(answer));
    }
    assertTrue(rest.contains(asked.get(1).toString()), "it was not paid yet");
    assertFalse(rest.contains(late.toString()), "it was not asked for yet");
    payOut(late);
  }

  private static OrderId redeem() {
    Order.Redeem redeem = new Order.Redeem(
        RunningCircuit.terms(),
        RunningCircuit.BAKERY,
        Amount.of(100),
        Purpose.SUPPLIER,
        Optional.empty(),
        "A".repeat(43));
    assertEquals(
        201,
        circuit
            .post("/v1/redemptions", RunningCircuit.sign(redeem, circuit.baker))
            .statusCode());
    return redeem.terms().id();
  }

  private static void payOut(OrderId redemption) {
    Order.PaidOut paidOut =
        new Order.PaidOut(RunningCircuit.terms(), redemption, "bank-of-" + redemption);
    assertEquals(
        201,
        circuit
            .post("/v1/orders", RunningCircuit.sign(paidOut, circuit.operator))
            .statusCode());
  }

  private static List<String> orders(HttpResponse<String> answer) {
    return objects(new JsonObject(answer.body()).getJsonArray("redemptions")).stream()
        .map(redemption -> redemption.getString("order"))
        .toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
