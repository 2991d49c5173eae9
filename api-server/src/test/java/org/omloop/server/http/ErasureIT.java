package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.payment.StickerId;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.bank.CamtText;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.bank.SignedLineDecision;
import org.omloop.server.cli.CommandRun;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.identity.BankAccounts;
import org.omloop.server.identity.Dossier;
import org.omloop.server.identity.MasterKey;
import org.omloop.server.identity.People;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStatement;
import org.omloop.server.postgres.PersonTables;
import org.omloop.server.signed.SignedText;

/** Somebody leaves, and nothing of them is left but entries under a random name. */
class ErasureIT {
  private static final String NAME = "Wilhelmina Spoorloos";
  private static final String EMAIL = "spoorloos@mail.example";
  private static final String IBAN = "NL91ABNA0417164300";
  private static final String STREET = "Verdwijnstraat 7";

  @TempDir
  private Path folder;

  private RunningCircuit circuit;

  @BeforeEach
  void start() {
    circuit = RunningCircuit.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    circuit.close();
  }

  private HttpResponse<String> post(String path, JsonObject body, SigningKey by) {
    return circuit.send(circuit
        .request(path)
        .header("Authorization", "Bearer " + circuit.token(by))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
        .build());
  }

  private void tellAllOfBo() {
    JsonObject dossier = new JsonObject()
        .put("name", NAME)
        .put("email", EMAIL)
        .put("street", STREET)
        .put("memo", "verdwijnt binnenkort");
    JsonObject change = new JsonObject().put("version", 0).put("dossier", dossier);
    assertEquals(200, post("/v1/accounts/bo/dossier", change, circuit.operator).statusCode());
    assertEquals(200, tellBankAccount(circuit.token(circuit.bo)).statusCode());
    assertEquals(200, statePublicName().statusCode());
    assertEquals(201, makeSticker().statusCode());
    JsonObject endpoint =
        new JsonObject().put("url", "https://spoorloos.example/hook").put("sharesSecret", false);
    HttpResponse<String> made = post("/v1/accounts/bo/webhook-endpoints", endpoint, circuit.bo);
    assertEquals(201, made.statusCode(), made.body());
    RequestTerms terms = RequestTerms.of(
        circuit.bo.publicKey().keyId(),
        RunningCircuit.BO,
        Optional.of(Amount.of(100)),
        RunningCircuit.ORIGIN,
        RunningCircuit.now(),
        600,
        new byte[Long.BYTES],
        "K1-7");
    String request = CanonicalJson.write(new TreeMap<>(Map.of(
        "ledger",
        RunningCircuit.ORIGIN,
        "payee",
        "bo",
        "name",
        "Spoorloos",
        "text",
        "Taart van Spoorloos",
        "terms",
        terms.toString())));
    String jws = RunningCircuit.jws(
        circuit.bo,
        RunningCircuit.header(circuit.bo, "omloop-request+jws"),
        Base64Url.encode(request.getBytes(StandardCharsets.UTF_8)));
    HttpResponse<String> asked = circuit.post("/v1/payment-requests", "application/jose", jws);
    assertEquals(201, asked.statusCode(), asked.body());
  }

  private HttpResponse<String> tellBankAccount(String token) {
    BankAccount bank = new BankAccount(IBAN, NAME, Base64Url.encode(new byte[16]));
    JsonObject told = new JsonObject()
        .put("iban", IBAN)
        .put("ibanHash", bank.ibanHash())
        .put("name", NAME)
        .put("salt", bank.salt());
    return circuit.send(circuit
        .request("/v1/accounts/bo/bank-accounts")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(told.encode()))
        .build());
  }

  private HttpResponse<String> statePublicName() {
    Member stated = new Member(RunningCircuit.BO, "Spoorloos", NAME, STREET, "Centrum");
    return circuit.post(
        "/v1/members",
        "application/jose",
        MemberStatement.sign(
            stated, RunningCircuit.ORIGIN, RunningCircuit.now(), circuit.operator));
  }

  private HttpResponse<String> makeSticker() {
    Map<String, Object> said = Map.of(
        "iat",
        RunningCircuit.now(),
        "ledger",
        RunningCircuit.ORIGIN,
        "payee",
        "bo",
        "sticker",
        StickerId.of(new byte[6]).text(),
        "text",
        "Taart van Spoorloos");
    return circuit.post(
        "/v1/stickers",
        "application/jose",
        SignedText.sign("omloop-sticker+jws", said, circuit.bo));
  }

  private static List<String> problem(HttpResponse<String> answer) {
    return List.of(
        String.valueOf(answer.statusCode()), new JsonObject(answer.body()).getString("type"));
  }

  private HttpResponse<String> topUp() {
    return circuit.get("/v1/accounts/bo/top-up-reference", circuit.token(circuit.bo));
  }

  /** Money comes in from the member's bank account and goes out to it, and both are booked. */
  private void bank() {
    String reference = new JsonObject(topUp().body()).getString("reference");
    byte[] file = new CamtText("08", "S-1", 1, 0)
        .structured(2_500, "a-1", reference)
        .credit(700, "a-2", "voor Spoorloos")
        .bytes();
    HttpResponse<String> taken = circuit.send(circuit
        .request("/v1/bank/statements")
        .header("Authorization", "Bearer " + circuit.token(circuit.operator))
        .header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofByteArray(file))
        .build());
    assertEquals(200, taken.statusCode(), taken.body());
    for (String state : List.of("matched", "work")) {
      JsonObject line = lines(state).get(0);
      Order.Issue order = new Order.Issue(
          RunningCircuit.terms(),
          RunningCircuit.BO,
          Amount.of(line.getLong("amount")),
          line.getString("line"));
      if (state.equals("work")) {
        choose(order);
      }
      HttpResponse<String> issued = circuit.post(
          "/v1/orders", RunningCircuit.sign(order, circuit.operator, circuit.approver));
      assertEquals(201, issued.statusCode(), issued.body());
    }
    await(() -> lines("booked").size() == 2);
    assertTrue(lines("booked").stream().allMatch(each -> each.containsKey("otherIban")));
    HttpResponse<String> spent = circuit.post(
        "/v1/payments",
        RunningCircuit.sign(
            new Order.Pay(
                RunningCircuit.terms(),
                RunningCircuit.BO,
                RunningCircuit.BAKERY,
                Amount.of(3_200),
                Optional.empty(),
                Optional.empty()),
            circuit.bo));
    assertEquals(201, spent.statusCode(), spent.body());
  }

  /** What names nobody is for whom a person says. */
  private void choose(Order.Issue order) {
    String words = SignedLineDecision.sign(
        order.terms().id(),
        DecisionKind.MATCH,
        List.of(order.bank()),
        "asked by telephone",
        RunningCircuit.ORIGIN,
        RunningCircuit.now(),
        circuit.operator);
    HttpResponse<String> said = circuit.post("/v1/bank/decisions", "application/jose", words);
    assertEquals(201, said.statusCode(), said.body());
  }

  private static void await(BooleanSupplier what) {
    long until = System.nanoTime() + 20_000_000_000L;
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "not within 20 s");
      LockSupport.parkNanos(100_000_000L);
    }
  }

  private List<JsonObject> lines(String state) {
    HttpResponse<String> answer =
        circuit.get("/v1/bank/lines?lineState=" + state, circuit.token(circuit.operator));
    return new JsonObject(answer.body())
        .getJsonArray("lines").stream().map(JsonObject.class::cast).toList();
  }

  @Test
  void theBanksLinesSayNoMoreWhoItWas() throws SQLException {
    tellAllOfBo();
    bank();
    String reference = new JsonObject(topUp().body()).getString("reference");
    assertTrue(dump().stream().anyMatch(each -> each.contains(reference)));
    JsonObject own = new JsonObject(
        circuit.get("/v1/accounts/bo/personal-data", circuit.token(circuit.bo)).body());
    assertEquals(2, own.getJsonArray("bankLines").size(), own.encode());
    assertEquals(1, own.getJsonArray("stickers").size(), own.encode());
    close();
    assertEquals(List.of("409", "/problems/member-left"), problem(topUp()));
    assertEquals(200, erase(circuit.operator).statusCode());
    assertFalse(dump().stream().anyMatch(each -> each.contains(reference)), reference);
    List<JsonObject> booked = lines("booked");
    assertEquals(2, booked.size());
    for (JsonObject each : booked) {
      assertEquals("", each.getString("otherName"), each.encode());
      assertEquals("", each.getString("text"), each.encode());
      assertFalse(each.containsKey("otherIban") || each.containsKey("account"), each.encode());
      assertTrue(each.containsKey("index") && each.getLong("amount") > 0, each.encode());
    }
  }

  @Test
  void nothingIsKeptAgainOfWhoHasLeft() throws SQLException {
    tellAllOfBo();
    String token = circuit.token(circuit.bo);
    close();
    List<String> left = List.of("409", "/problems/member-left");
    assertEquals(left, problem(tellBankAccount(token)));
    assertEquals(left, problem(statePublicName()));
    assertEquals(left, problem(makeSticker()));
    JsonObject note = new JsonObject()
        .put("version", 2)
        .put("dossier", new JsonObject().put("memo", "Spoorloos: bewaren tot 2033"));
    assertEquals(
        200,
        post("/v1/accounts/bo/dossier", note, circuit.operator).statusCode(),
        "why it is kept");
    assertEquals(200, erase(circuit.operator).statusCode());
    assertEquals(left, problem(tellBankAccount(token)));
    assertEquals(left, problem(statePublicName()));
    assertEquals(left, problem(makeSticker()));
    assertEquals(
        left, problem(post("/v1/accounts/bo/dossier", note.put("version", 0), circuit.operator)));
    assertEquals(List.of(), traces(dump()));
  }

  /** As an order of the office's does that began before the erasure and ends after it. */
  @Test
  void theTablesThemselvesTakeNobodyBack() {
    tellAllOfBo();
    close();
    assertEquals(200, erase(circuit.operator).statusCode());
    Vertx vertx = Vertx.vertx();
    try {
      People people = new People(
          new PersonTables(vertx, circuit.server.database()),
          MasterKey.in(folder.resolve("data/keys"), false),
          Clock.systemUTC());
      assertEquals(
          Optional.empty(),
          people
              .change(RunningCircuit.BO, Dossier.EMPTY, 0)
              .toCompletionStage()
              .toCompletableFuture()
              .join());
      assertEquals(
          BankAccounts.Told.LEFT,
          new BankAccounts(people)
              .keep(RunningCircuit.BO, new BankAccount(IBAN, NAME, Base64Url.encode(new byte[16])))
              .toCompletionStage()
              .toCompletableFuture()
              .join());
    } finally {
      vertx.close();
    }
  }

  private HttpResponse<String> erase(SigningKey by) {
    String asked = SignedText.sign(
        "omloop-erasure+jws",
        Map.of("account", "bo", "iat", RunningCircuit.now(), "ledger", RunningCircuit.ORIGIN),
        by);
    return circuit.post("/v1/accounts/bo/erasures", "application/jose", asked);
  }

  private void close() {
    HttpResponse<String> closed = circuit.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Close(RunningCircuit.terms(), RunningCircuit.BO), circuit.operator));
    assertEquals(201, closed.statusCode(), closed.body());
  }

  @Test
  void whatIsErasedIsFoundNowhereAndTheJournalStillVerifies() throws SQLException, IOException {
    tellAllOfBo();
    assertFalse(traces(dump()).isEmpty(), "the public name is readable before");
    close();
    HttpResponse<String> erased = erase(circuit.operator);
    assertEquals(200, erased.statusCode(), erased.body());
    String certificate = new JsonObject(erased.body()).getString("certificate");
    SignedText read = SignedText.parse("omloop-erased+jws", certificate).orElseThrow();
    String server = new JsonObject(circuit.get("/v1/currency").body()).getString("serverKey");
    assertTrue(read.isSignedBy(PublicKey.enrol(Base64Url.decode(server))));
    assertEquals("bo", read.text("account"));
    assertEquals(
        certificate, new JsonObject(erase(circuit.operator).body()).getString("certificate"));

    String operator = circuit.token(circuit.operator);
    assertEquals(
        0,
        new JsonObject(circuit.get("/v1/accounts/bo/dossier", operator).body())
            .getInteger("version"));
    for (String sought : List.of(NAME, EMAIL, IBAN)) {
      HttpResponse<String> found =
          post("/v1/dossiers/searches", new JsonObject().put("text", sought), circuit.operator);
      assertEquals(0, new JsonObject(found.body()).getJsonArray("dossiers").size(), sought);
    }
    assertEquals(List.of(), traces(dump()));
    assertEquals(List.of(), tracesInFilesOutsideTheDatabase());
    String data = folder.resolve("data").toString();
    String books = folder.resolve("books").toString();
    assertEquals(0, CommandRun.of("export", "--data=" + data, "--out=" + books).exitCode());
    CommandRun verify = CommandRun.of("verify", books);
    assertEquals(0, verify.exitCode(), verify.out());
    assertEquals(List.of(), traces(files(folder.resolve("books"))));
  }

  @Test
  void whoTakesPartIsNotErased() {
    tellAllOfBo();
    HttpResponse<String> early = erase(circuit.operator);
    assertEquals(409, early.statusCode(), early.body());
    String kept =
        circuit.get("/v1/accounts/bo/dossier", circuit.token(circuit.operator)).body();
    assertTrue(kept.contains(NAME), kept);
  }

  @Test
  void onlyTheOperatorErases() {
    tellAllOfBo();
    close();
    assertEquals(403, erase(circuit.baker).statusCode());
    assertEquals(403, erase(circuit.auditor).statusCode());
    assertEquals(400, erase(RunningCircuit.newKey()).statusCode());
  }

  private static List<String> traces(List<String> texts) {
    return Stream.of("Spoorloos", "spoorloos", EMAIL, IBAN, STREET, "verdwijnt")
        .filter(word -> texts.stream().anyMatch(text -> text.contains(word)))
        .toList();
  }

  /** Every column of every table of both schemas, as text. */
  private List<String> dump() throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection owner = circuit.server.database().ownerConnection();
        Statement statement = owner.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("SELECT schemaname || '.' || tablename FROM pg_tables"
              + " WHERE schemaname IN ('omloop', 'identity')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      assertTrue(tables.contains("identity.person") && tables.contains("omloop.member"));
      for (String table : tables) {
        dump(table, statement, all);
      }
    }
    return all;
  }

  private static void dump(String table, Statement statement, List<String> all)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int at = 1; at <= columns; at++) {
          byte[] bytes =
              rows.getMetaData().getColumnTypeName(at).equals("bytea") ? rows.getBytes(at) : null;
          String text = bytes == null
              ? String.valueOf(rows.getString(at))
              : new String(bytes, StandardCharsets.ISO_8859_1);
          all.add(text);
          decode(text, all);
        }
      }
    }
  }

  /** What is signed is base64url. */
  private static void decode(String text, List<String> all) {
    for (String part : text.split("\\.")) {
      try {
        all.add(new String(Base64Url.decode(part), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException plain) {
        // It was read as it is.
      }
    }
  }

  /** PostgreSQL's own files hold what it deleted until it writes over it (docs/data-protection.md). */
  private List<String> tracesInFilesOutsideTheDatabase() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder.resolve("data"))) {
      for (Path each : paths.filter(path -> !path.endsWith("postgres")).toList()) {
        texts.addAll(files(each));
      }
    }
    try (Stream<Path> logs = Files.walk(folder.resolve("data/postgres"))) {
      for (Path each : logs.filter(path -> path.toString().endsWith(".log")).toList()) {
        texts.addAll(files(each));
      }
    }
    return traces(texts);
  }

  private static List<String> files(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).map(ErasureIT::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
