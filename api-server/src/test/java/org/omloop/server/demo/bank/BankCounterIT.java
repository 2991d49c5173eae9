package org.omloop.server.demo.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors at the bank over HTTP, with whatever they bring. */
class BankCounterIT {
  private static final String IBAN = "NL02ABNA0123456789";
  private static final String TRANSFER = "/demo/bank/transfers";
  private static final String STATEMENTS = "/demo/bank/statements";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BankCounter counter = new BankCounter(IBAN);
  private HttpServer server;

  @TempDir
  Path data;

  @BeforeEach
  void open() {
    Router router = Router.router(vertx);
    counter.accept(router);
    server =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    HttpRequest request = HttpRequest.newBuilder(address)
        .method(method, BodyPublishers.ofString(body))
        .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private void openForVisitors() {
    counter.open(new DemoBank(new FileExchange(data), IBAN, 7, 12, 100_00));
  }

  private JsonObject post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("POST", path, body);
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static String transfer(Object cents, String name) {
    return new JsonObject()
        .put("text", "RF18 5390 0754 7034")
        .put("cents", cents)
        .put("name", name)
        .encode();
  }

  @Test
  void whatIsPaidInIsOnTheStatementThatIsTakenHome() throws IOException, InterruptedException {
    openForVisitors();
    post(TRANSFER, transfer(612_50, "De Kikker\nB.V."));
    String name = post(STATEMENTS, "").getJsonArray("statements").getString(0);
    HttpResponse<String> file = send("GET", STATEMENTS + "/" + name, "");
    assertEquals(200, file.statusCode());
    assertTrue(file.body().contains("<Nm>De Kikker B.V.</Nm>"), file.body());
    assertTrue(file.body().contains("RF18 5390 0754 7034"), file.body());
    assertTrue(file.body().contains(">612.50</Amt>"), file.body());
    String reference = file.body().replaceAll("(?s).*<AcctSvcrRef>(.*?)</AcctSvcrRef>.*", "$1");
    assertTrue(DemoBank.isVisitors(reference), reference);
    assertEquals(
        List.of(name), post(STATEMENTS, "").getJsonArray("statements").getList(), "nothing new");
  }

  @Test
  void theMarketWaitsForWhoeverIsAtTheCounterAndBringsWhatWasForgotten()
      throws IOException, InterruptedException {
    openForVisitors();
    assertFalse(counter.isBusy(Instant.now()));
    post(TRANSFER, transfer(1, "Iemand"));
    post(STATEMENTS, "");
    assertTrue(counter.isBusy(Instant.now()));
    assertEquals(List.of(), counter.forgotten(Instant.now()));
    Instant later = Instant.now().plus(Duration.ofMinutes(6));
    assertFalse(counter.isBusy(later));
    assertEquals(1, counter.forgotten(later).size());
    assertEquals(List.of(), counter.forgotten(later), "once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"text\":\"x\",\"cents\":0,\"name\":\"x\"}",
        "{\"text\":\"x\",\"cents\":-1,\"name\":\"x\"}",
        "{\"text\":\"x\",\"cents\":\"veel\",\"name\":\"x\"}",
        "{\"text\":\"x\",\"cents\":9000000000000,\"name\":\"x\"}",
        "{\"text\":\"x\",\"cents\":1,\"name\":\" \"}"
      })
  void aTransferThatNoBankWouldMakeChangesNothing(String body)
      throws IOException, InterruptedException {
    openForVisitors();
    assertEquals(400, send("POST", TRANSFER, body).statusCode());
    assertEquals(List.of(), post(STATEMENTS, "").getJsonArray("statements").getList());
  }

  @Test
  void aFileThatIsNoneIsRefusedWithItsReason() throws IOException, InterruptedException {
    openForVisitors();
    for (String file :
        List.of("", "geen xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a/>")) {
      assertEquals("unreadable", post("/demo/bank/payments", file).getString("refused"), file);
    }
    assertEquals(413, send("POST", "/demo/bank/payments", "x".repeat(1_000_001)).statusCode());
  }

  @Test
  void thereIsNothingBeforeItOpensAndNoFileThatWasNotMadeHere()
      throws IOException, InterruptedException {
    assertFalse(new JsonObject(send("GET", "/demo/bank", "").body()).getBoolean("isOpen"));
    assertEquals(404, send("POST", STATEMENTS, "").statusCode());
    openForVisitors();
    assertEquals(404, send("GET", STATEMENTS + "/..%2Fsettings.json", "").statusCode());
  }
}
