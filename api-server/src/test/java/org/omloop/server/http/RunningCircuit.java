package org.omloop.server.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;

/**
 * A small circuit on the real server and database, reached over HTTP alone: an operator, an approver, an auditor, a
 * resident with 50.00, another resident, and a bakery with a cashier.
 */
final class RunningCircuit implements AutoCloseable {
  static final String ORIGIN = "test.omloop.example/kring";
  static final AccountId ANNA = new AccountId("anna");
  static final AccountId BO = new AccountId("bo");
  static final AccountId BAKERY = new AccountId("bakery");

  private static final Set<Right> ALL =
      Set.of(Right.PAY, Right.RECEIVE, Right.REFUND, Right.REDEEM);

  final SigningKey operator = newKey();
  final SigningKey approver = newKey();
  final SigningKey auditor = newKey();
  final SigningKey anna = newKey();
  final SigningKey bo = newKey();
  final SigningKey baker = newKey();
  final SigningKey cashier = newKey();
  final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final Server server;

  private final AtomicInteger codes = new AtomicInteger();

  private volatile String address;

  private RunningCircuit(Server server) {
    this.server = server;
    this.address = server.address();
  }

  static RunningCircuit start(Path data) {
    return start(data, HttpSettings.UNLIMITED);
  }

  static RunningCircuit start(Path data, HttpSettings settings) {
    return start(config(data).with(settings));
  }

  static RunningCircuit start(ServerConfig config) {
    RunningCircuit circuit =
        new RunningCircuit(Server.start(config.founding(founding()), end -> {}));
    circuit.enrolEverybody();
    return circuit;
  }

  static ServerConfig config(Path data) {
    return ServerConfig.in(data).at("127.0.0.1", 0).with(HttpSettings.UNLIMITED);
  }

  private static JsonObject founding() {
    return new JsonObject()
        .put("origin", ORIGIN)
        .put("name", "Kring Proef")
        .put("unit", "euro")
        .put("scale", 2)
        .put(
            "operators",
            new JsonArray()
                .add(officer("one", "operate"))
                .add(officer("two", "approve"))
                .add(officer("three", "audit")))
        .put(
            "settings",
            new JsonObject()
                .put("reserveIban", "NL02ABNA0123456789")
                .put("reserveName", "Coöperatie Omloop Oost U.A."));
  }

  private static JsonObject officer(String holder, String right) {
    return new JsonObject()
        .put("holder", holder)
        .put("label", "desk")
        .put("rights", new JsonArray().add(right));
  }

  private void enrolEverybody() {
    List<SigningKey> officers = List.of(operator, approver, auditor);
    for (int at = 0; at < officers.size(); at++) {
      var code = server.codes().get(at);
      Set<Right> rights = Set.of(Right.valueOf(code.rights().get(0).toUpperCase()));
      post(
          "/v1/keys",
          sign(
              keyAdd(Ledger.OPERATOR, officers.get(at), rights, code.holder(), "desk", code.code()),
              officers.get(at)));
    }
    open(ANNA, Role.RESIDENT, anna);
    open(BO, Role.RESIDENT, bo);
    open(BAKERY, Role.FIRM, baker);
    post("/v1/keys", enrol(BAKERY, cashier, baker));
    post("/v1/orders", sign(new Order.Issue(terms(), ANNA, Amount.of(5_000), "bank-1"), operator));
  }

  /** An order by a key of an account for another that may take payments and give back, as a till may. */
  static SignedOrder enrol(AccountId account, SigningKey key, SigningKey by) {
    return sign(
        new Order.KeyAdd(
            terms(),
            account,
            key.publicKey(),
            Set.of(Right.RECEIVE, Right.REFUND),
            "cashier",
            "till",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        by);
  }

  static SignedOrder revoke(AccountId account, SigningKey key, SigningKey by) {
    return sign(new Order.KeyRevoke(terms(), account, key.publicKey().keyId()), by);
  }

  /** Opens an account with a key that may do everything a member may. */
  void open(AccountId account, Role role, SigningKey key) {
    String code = "INVITATION-" + codes.incrementAndGet();
    Invitation invitation =
        new Invitation(Invitation.hash(code), account.value(), "phone", ALL, now() + 3_600);
    post(
        "/v1/orders",
        sign(
            new Order.Open(
                terms(),
                account,
                AccountType.HOLDER,
                new Classification(role, "", ""),
                Optional.of(invitation)),
            operator));
    post("/v1/keys", sign(keyAdd(account, key, ALL, account.value(), "phone", code), key));
  }

  private static Order.KeyAdd keyAdd(
      AccountId account,
      SigningKey key,
      Set<Right> rights,
      String holder,
      String label,
      String code) {
    return new Order.KeyAdd(
        terms(),
        account,
        key.publicKey(),
        rights,
        holder,
        label,
        Optional.empty(),
        Optional.empty(),
        Optional.of(code));
  }

  static Terms terms() {
    return new Terms(
        ORIGIN, OrderId.create(System.currentTimeMillis(), new SecureRandom()), now(), now() + 600);
  }

  static long now() {
    return Instant.now().getEpochSecond();
  }

  static SigningKey newKey() {
    return SigningKey.generate(new SecureRandom());
  }

  static SignedOrder sign(Order order, SigningKey... keys) {
    return SignedOrder.sign(order, List.of(keys));
  }

  static SignedOrder pay(long amount, SigningKey key) {
    return sign(
        new Order.Pay(terms(), ANNA, BAKERY, Amount.of(amount), Optional.empty(), Optional.empty()),
        key);
  }

  /** Calls a server elsewhere from now on, which has the same ledger. */
  void moveTo(String otherAddress) {
    address = otherAddress;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  HttpResponse<String> get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token).build());
  }

  HttpResponse<String> post(String path, SignedOrder order) {
    String type = order.text().startsWith("{") ? "application/jose+json" : "application/jose";
    return post(path, type, order.text());
  }

  HttpResponse<String> post(String path, String contentType, String body) {
    return send(request(path)
        .header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
  }

  /** Signs in and returns the token. */
  String token(SigningKey key) {
    HttpResponse<String> answer = signIn(key, challenge());
    return new JsonObject(answer.body()).getString("token");
  }

  String challenge() {
    HttpRequest ask = request("/v1/sessions/challenges")
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
    return new JsonObject(send(ask).body()).getString("challenge");
  }

  HttpResponse<String> signIn(SigningKey key, String challenge) {
    return post("/v1/sessions", "application/jose", answer(key, ORIGIN, challenge));
  }

  static String answer(SigningKey key, String audience, String challenge) {
    String payload = "{\"aud\":\"" + audience + "\",\"challenge\":\"" + challenge + "\"}";
    return jws(
        key,
        header(key, "omloop-session+jws"),
        Base64Url.encode(payload.getBytes(StandardCharsets.UTF_8)));
  }

  static String header(SigningKey key, String type) {
    return Base64Url.encode(("{\"alg\":\"Ed25519\",\"kid\":\"" + key.publicKey().keyId()
            + "\",\"typ\":\"" + type + "\"}")
        .getBytes(StandardCharsets.UTF_8));
  }

  static String jws(SigningKey key, String header, String payload) {
    String signed = header + "." + payload;
    return signed + "." + Base64Url.encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public void close() {
    server.close();
  }
}
