package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.bank.CamtText;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.bank.SignedAgreement;
import org.omloop.server.bank.SignedLineDecision;
import org.omloop.server.bank.Vault;
import org.omloop.server.founding.ServerKeys;
import org.omloop.server.http.identity.MemberLines;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.Erasures;
import org.omloop.server.identity.MasterKey;
import org.omloop.server.identity.People;
import org.omloop.server.postgres.BankTables;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.MemberTable;
import org.omloop.server.postgres.PersonTables;
import org.omloop.server.postgres.RetentionTable;
import org.omloop.server.retention.Due;
import org.omloop.server.retention.Ended;
import org.omloop.server.retention.Retention;
import org.omloop.server.signed.SignedText;

/** What has reached its term ends by itself, and not before; what stays of it is a number. */
class RetentionIT {
  private static final Duration YEAR = Duration.ofDays(366);
  private static final String NAME = "Bo Verjaard";

  @TempDir
  private Path folder;

  private RunningCircuit circuit;
  private Vertx vertx;

  @BeforeEach
  void start() {
    circuit = RunningCircuit.start(folder.resolve("data"));
    vertx = Vertx.vertx();
  }

  @AfterEach
  void stop() {
    vertx.close();
    circuit.close();
  }

  private SigningKey server() {
    return ServerKeys.in(folder.resolve("data/keys"), false).server();
  }

  /** The server's own, at a later time. */
  private Retention later(Duration by) {
    Clock clock = Clock.offset(Clock.systemUTC(), by);
    Database database = circuit.server.database();
    People people = new People(
        new PersonTables(vertx, database), MasterKey.in(folder.resolve("data/keys"), false), clock);
    Vault vault = new Vault(server());
    MemberLines lines = new MemberLines(people, new BankTables(vertx, database, vault));
    return new Retention(
        new Applications(
            people, id -> circuit.server.books().directory().account(id).isPresent()),
        people,
        new Erasures(
            people, server(), List.of(new MemberTable(vertx, database)::forget, lines::forget)),
        new RetentionTable(vertx, database, vault),
        () -> RunningCircuit.ORIGIN,
        server(),
        clock);
  }

  private static <T> T now(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private void post(String path, JsonObject body, String token) {
    HttpRequest.Builder request = circuit.request(path).header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = circuit.send(
        request.POST(HttpRequest.BodyPublishers.ofString(body.encode())).build());
    assertTrue(answer.statusCode() / 100 == 2, answer.body());
  }

  /** Somebody applied and heard nothing; Bo had a dossier and left; the bank's statement has a line of his. */
  private void tell() {
    post(
        "/v1/applications",
        new JsonObject()
            .put("kind", "resident")
            .put("name", "Nooit Gehoord")
            .put("email", "n@mail.example"),
        "");
    String operator = circuit.token(circuit.operator);
    post(
        "/v1/accounts/bo/dossier",
        new JsonObject().put("version", 0).put("dossier", new JsonObject().put("name", NAME)),
        operator);
    HttpResponse<String> top =
        circuit.get("/v1/accounts/anna/top-up-reference", circuit.token(circuit.anna));
    byte[] file = new CamtText("08", "S-1", 1, 0)
        .structured(2_500, "a-1", new JsonObject(top.body()).getString("reference"))
        .bytes();
    HttpResponse<String> taken = circuit.send(circuit
        .request("/v1/bank/statements")
        .header("Authorization", "Bearer " + operator)
        .header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofByteArray(file))
        .build());
    assertEquals(200, taken.statusCode(), taken.body());
    HttpResponse<String> closed = circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Close(RunningCircuit.terms(), RunningCircuit.BO), circuit.operator));
    assertEquals(201, closed.statusCode(), closed.body());
  }

  private long count(String query) throws SQLException {
    try (Connection owner = circuit.server.database().ownerConnection();
        ResultSet found = owner.createStatement().executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  @Test
  void nothingOfTheBooksEndsBeforeItsTerm() {
    tell();
    Ended ended = now(later(YEAR.multipliedBy(Retention.YEARS - 1)).run());
    assertEquals(new Ended(1, 0, 0, 0), ended, "an application has a shorter one");
    JsonObject dossier = new JsonObject(
        circuit.get("/v1/accounts/bo/dossier", circuit.token(circuit.operator)).body());
    assertEquals(NAME, dossier.getJsonObject("dossier").getString("name"));
  }

  @Test
  void aLineThatNobodyBookedStaysWithItsFile() {
    tell();
    Ended ended = now(later(YEAR.multipliedBy(Retention.YEARS + 2)).run());
    assertEquals(new Ended(1, 0, 0, 1), ended, "somebody has to send that money back");
  }

  @Test
  void whatHasReachedItsTermIsForeseenEndedOnceAndProven() throws SQLException {
    tell();
    book();
    Duration term = YEAR.multipliedBy(Retention.YEARS + 2);
    Retention retention = later(term);
    Ended all = new Ended(1, 1, 1, 1);
    Due due = now(later(Duration.ZERO).due(Instant.now().plus(term)));
    assertEquals(new Due(all, List.of(RunningCircuit.BO)), due);
    assertEquals(all, now(retention.run()));
    assertEquals(new Ended(0, 0, 0, 0), now(retention.run()), "a second time");
    assertEquals(0, count("SELECT count(*) FROM identity.person WHERE account = 'bo'"));
    assertEquals(1, count("SELECT count(*) FROM identity.erasure WHERE account = 'bo'"));
    assertEquals(
        1,
        count("SELECT count(*) FROM omloop.bank_line WHERE is_blank AND other_index IS NULL"
            + " AND cents = 2500"));
    assertEquals(1, count("SELECT count(*) FROM omloop.bank_file WHERE octet_length(sealed) = 28"));
    proven();
  }

  @Test
  void aLineThatTwoPeopleSettledEndsWithItsFile() throws SQLException {
    tell();
    book();
    post(
        "/v1/bank/statements",
        "application/octet-stream",
        new CamtText("08", "S-2", 2, 2_500).debit(300, "k", "KOSTEN").bytes());
    OrderId id = OrderId.create(System.currentTimeMillis(), new SecureRandom());
    String words = SignedLineDecision.sign(
        id,
        DecisionKind.COSTS,
        List.of(CamtText.RESERVE + ":S-2:k"),
        "bank costs",
        RunningCircuit.ORIGIN,
        RunningCircuit.now(),
        circuit.operator);
    post("/v1/bank/decisions", "application/jose", words.getBytes(StandardCharsets.UTF_8));
    String agreed = SignedAgreement.sign(
        id, words, RunningCircuit.ORIGIN, RunningCircuit.now(), circuit.approver);
    post(
        "/v1/bank/decisions/" + id + "/agreements",
        "application/jose",
        agreed.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        new Ended(1, 2, 2, 1), now(later(YEAR.multipliedBy(Retention.YEARS + 2)).run()));
    assertEquals(0, count("SELECT count(*) FROM omloop.bank_line WHERE NOT is_blank"));
  }

  private void post(String path, String type, byte[] body) {
    HttpResponse<String> answer = circuit.send(circuit
        .request(path)
        .header("Authorization", "Bearer " + circuit.token(circuit.operator))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build());
    assertTrue(answer.statusCode() / 100 == 2, answer.body());
  }

  /** The line is booked, as an operator does it. */
  private void book() {
    String operator = circuit.token(circuit.operator);
    JsonObject line = new JsonObject(
            circuit.get("/v1/bank/lines?lineState=matched", operator).body())
        .getJsonArray("lines")
        .getJsonObject(0);
    HttpResponse<String> issued = circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Issue(
                RunningCircuit.terms(),
                RunningCircuit.ANNA,
                org.omloop.ledger.money.Amount.of(2_500),
                line.getString("line")),
            circuit.operator));
    assertEquals(201, issued.statusCode(), issued.body());
    long until = System.nanoTime() + 20_000_000_000L;
    while (!circuit.get("/v1/bank/lines?lineState=booked", operator).body().contains("\"index\"")) {
      assertTrue(System.nanoTime() < until, "not within 20 s");
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
    }
  }

  private void proven() {
    JsonObject told = new JsonObject(
        circuit.get("/v1/retention", circuit.token(circuit.operator)).body());
    assertEquals(1, told.getJsonArray("runs").size(), told.encode());
    JsonObject run = told.getJsonArray("runs").getJsonObject(0);
    assertEquals(1, run.getInteger("dossiers"));
    assertFalse(told.encode().contains("Verjaard"), told.encode());
    SignedText proof =
        SignedText.parse(Retention.TYPE, run.getString("statement")).orElseThrow();
    assertTrue(proof.isSignedBy(server().publicKey()));
    assertEquals(RunningCircuit.ORIGIN, proof.text("ledger"));
  }
}
