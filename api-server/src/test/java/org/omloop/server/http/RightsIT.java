package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.payment.StickerId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.http.contract.Contract;
import org.omloop.server.http.contract.Operation;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.signed.SignedText;

/**
 * Every operation of the contract, called by everybody, about the bakery and a payment to it. Who may do what stands in
 * the contract, as {@code x-omloop-rights}; the server knows it from its own code.
 */
class RightsIT {
  private enum Who {
    /** Without a session. */
    STRANGER(Set.of("anyone", "signature")),
    OWNER(Set.of(
        "anyone", "signature", "own-account", "party", "session", "pay", "payee", "manager")),
    CASHIER(Set.of("anyone", "signature", "own-account", "party", "session", "payee")),
    /** Who made the payment. */
    PAYER(Set.of("anyone", "signature", "party", "session", "pay", "payer")),
    OTHER_MEMBER(Set.of("anyone", "signature", "session", "pay")),
    OPERATOR(Set.of("anyone", "signature", "office", "session")),
    APPROVER(Set.of("anyone", "signature", "office", "session")),
    AUDITOR(Set.of("anyone", "signature", "audit", "session")),
    /** With a token for a key of the bakery that has been revoked since. */
    REVOKED(Set.of("anyone", "signature"));

    private final Set<String> rights;

    Who(Set<String> rights) {
      this.rights = rights;
    }

    boolean may(Operation operation) {
      return operation.rights().stream().anyMatch(rights::contains);
    }

    boolean hasSession() {
      return this != STRANGER && this != REVOKED;
    }
  }

  @TempDir
  static Path data;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static final Map<Who, String> TOKENS = new EnumMap<>(Who.class);
  private static RunningCircuit circuit;
  private static JsonObject payment;

  /** Taken back already, so that nobody's call depends on another's. */
  private static RequestId request;

  private static StickerId sticker;
  private static String proposal;
  private static BatchId batch;
  private static String decision;
  private static String endpoint;

  /** Another, so that ending it ends nobody else's call. */
  private static String ended;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    Map<Who, SigningKey> keys = Map.of(
        Who.OWNER, circuit.baker,
        Who.CASHIER, circuit.cashier,
        Who.PAYER, circuit.anna,
        Who.OTHER_MEMBER, circuit.bo,
        Who.OPERATOR, circuit.operator,
        Who.APPROVER, circuit.approver,
        Who.AUDITOR, circuit.auditor);
    keys.forEach((who, key) -> TOKENS.put(who, circuit.token(key)));
    TOKENS.put(Who.REVOKED, tokenOfRevokedKey());
    endpoint = WebhooksIT.endpoint(circuit, "https://one.shop.invalid/paid");
    ended = WebhooksIT.endpoint(circuit, "https://two.shop.invalid/paid");
    payment = PaymentRequestsIT.paid(circuit, 100);
    WebhooksIT.awaitDelivery(circuit, endpoint);
    sticker = StickersIT.made(circuit);
    proposal = proposed();
    batch = exported();
    decision = BankDecisionsIT.withdrawn(circuit);
    request = PaymentRequestsIT.withdrawn(circuit, TOKENS.get(Who.OWNER));
    closeOnce();
  }

  private static String proposed() {
    SignedOrder order =
        RunningCircuit.revoke(RunningCircuit.BAKERY, circuit.cashier, circuit.operator);
    assertEquals(201, circuit.post("/v1/proposals", order).statusCode());
    return order.id().toString();
  }

  private static BatchId exported() {
    PayoutDesk desk = new PayoutDesk(circuit);
    desk.nameReserve();
    BatchId id = PayoutDesk.newBatch();
    JsonObject drafted =
        new JsonObject(desk.draft(id, circuit.operator, desk.redeem(100)).body());
    desk.approve(id, drafted.getString("sha256"), circuit.approver);
    assertEquals(200, desk.export(id, circuit.operator).statusCode());
    return id;
  }

  private static void closeOnce() {
    String shop = "/v1/accounts/bakery";
    JsonObject tally =
        new JsonObject(circuit.get(shop + "/tally", TOKENS.get(Who.OWNER)).body());
    Map<String, Object> members = Map.of(
        "account", "bakery",
        "ledger", RunningCircuit.ORIGIN,
        "number", tally.getLong("number"),
        "first", tally.getLong("first"),
        "size", tally.getLong("treeSize"),
        "root", tally.getString("root"));
    String jws = SignedText.sign("omloop-closing+jws", members, circuit.baker);
    HttpResponse<String> closed = circuit.post(shop + "/closings", "application/jose", jws);
    assertEquals(201, closed.statusCode(), closed.body());
  }

  private static String tokenOfRevokedKey() {
    SigningKey lost = RunningCircuit.newKey();
    circuit.post("/v1/keys", RunningCircuit.enrol(RunningCircuit.BAKERY, lost, circuit.baker));
    String token = circuit.token(lost);
    SignedOrder revoke = RunningCircuit.revoke(RunningCircuit.BAKERY, lost, circuit.baker);
    assertEquals(201, circuit.post("/v1/keys", revoke).statusCode());
    return token;
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  static Stream<Arguments> calls() {
    return Contract.read().operations().stream().flatMap(operation -> Stream.of(Who.values())
        .map(who -> Arguments.of(operation.id(), who, operation)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("calls")
  void everybodyMayDoWhatTheContractSays(String id, Who who, Operation operation)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        circuit.client.send(call(operation, who), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      String text = isStream(answer) ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected(operation, who), answer.statusCode(), text);
      CONTRACT.assertFits(id, answer, isStream(answer) ? "" : text);
    }
  }

  private static boolean isStream(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Content-Type")
        .filter("text/event-stream"::equals)
        .isPresent();
  }

  private static int expected(Operation operation, Who who) {
    if (who.may(operation)) {
      return success(operation);
    }
    if (!who.hasSession()) {
      return 401;
    }
    if (operation.rights().contains("manager")) {
      return who == Who.CASHIER ? 403 : 404;
    }
    boolean aboutOne =
        Stream.of("own-account", "party", "payer").anyMatch(operation.rights()::contains);
    return aboutOne ? 404 : 403;
  }

  /** An order that is none comes through to the decoder, which is as far as a session could hinder it. */
  private static int success(Operation operation) {
    if (!operation.consumes().isEmpty()) {
      return 400;
    }
    return switch (operation.id()) {
      case "createChallenge" -> 201;
      case "createStreamCookie" -> 204;
      case "showMailStop" -> 303;
      default -> 200;
    };
  }

  private static HttpRequest call(Operation operation, Who who) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String path = operation
        .path()
        .replace("{account}", "bakery")
        .replace(
            "{order}",
            operation.id().equals("withdrawProposal") ? proposal : payment.getString("order"))
        .replace("{batch}", batch.toString())
        .replace("{decision}", decision)
        .replace("{hold}", payment.getString("order"))
        .replace("{codeHash}", Invitation.hash("INVITATION-1"))
        .replace("{request}", request.text())
        .replace("{sticker}", sticker.text())
        .replace("{endpoint}", operation.id().startsWith("remove") ? ended : endpoint)
        .replace("{application}", "AAECAwQFBgcICQoLDA0ODw")
        .replace("{stopToken}", "AAECAwQFBgcICQoLDA0ODw")
        .replace("{number}", "1")
        .replace("{index}", payment.getLong("index").toString())
        .replace("{level}", "0")
        .replace("{tile}", "000.p/3")
        .replace("{problem}", "insufficient-funds")
        .replace("{period}", today.toString().substring(0, "2026-11".length()))
        .replace("{table}", "closing");
    String query =
        switch (operation.id()) {
          case "getStatement" -> "?from=" + today + "&until=" + today;
          case "listSales" -> "?since=" + today + "T00:00:00Z&before=" + today + "T23:59:59Z";
          case "listAuditEntries" -> "?table=closing&row=1";
          default -> "";
        };
    HttpRequest.Builder request = circuit.request(path + query);
    if (TOKENS.containsKey(who)) {
      request.header("Authorization", "Bearer " + TOKENS.get(who));
    }
    if (operation.method().name().equals("POST")) {
      request.POST(
          HttpRequest.BodyPublishers.ofString(operation.consumes().isEmpty() ? "" : "x.y.z"));
    }
    if (!operation.consumes().isEmpty()) {
      request.header("Content-Type", operation.consumes().iterator().next());
    }
    return request.build();
  }
}
