package org.omloop.server.demo.play;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.bank.AccountStatement;
import org.omloop.server.demo.bank.DemoBank;
import org.omloop.server.demo.bank.FileExchange;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.EndToEndId;
import org.omloop.server.payouts.SignedDecision;
import org.omloop.server.payouts.SignedDraft;

/**
 * The office's two people in live traffic: they pay out what the market's own members asked for, by way of the server's
 * batches and a file for the bank, and bring the bank's statements to the office. What visitors ask for is left to visitors.
 * Confined to one thread.
 */
final class MoneyCircle {
  private static final long LIFE_SECONDS = 600;
  private static final int AT_A_TIME = 16;
  private static final Map<String, String> JOSE = Map.of("content-type", "application/jose");

  private final OrderSender sender;
  private final Sessions sessions;
  private final Keyring keyring;
  private final FileExchange folder;
  private final String origin;
  private final SecureRandom random = new SecureRandom();
  /** What a payer writes, by account. */
  private final Map<AccountId, String> references = new ConcurrentHashMap<>();

  private final Set<OrderId> asked = new LinkedHashSet<>();
  private final Set<OrderId> sent = new LinkedHashSet<>();

  MoneyCircle(
      OrderSender sender, Sessions sessions, Keyring keyring, FileExchange folder, String origin) {
    this.sender = sender;
    this.sessions = sessions;
    this.keyring = keyring;
    this.folder = folder;
    this.origin = origin;
  }

  /** Takes in that a member of the market asked for euros. */
  void expect(OrderId redemption) {
    asked.add(redemption);
  }

  /** Drafts by one, approves by the other, and gives the file to the bank. */
  Future<Void> payOut() {
    if (asked.isEmpty()) {
      return Future.succeededFuture();
    }
    List<OrderId> orders = asked.stream().limit(SignedDraft.MOST).toList();
    orders.forEach(asked::remove); // a batch that a visitor takes apart is a visitor's from then on
    BatchId batch = BatchId.parse(newId().toString());
    String address = "/v1/payout-batches/" + batch;
    SigningKey one = keyring.operators().get(0);
    SigningKey other = keyring.operators().get(1);
    return sender
        .post("/v1/payout-batches", JOSE, SignedDraft.sign(batch, orders, origin, now(), one))
        .compose(drafted -> sender.post(
            address + "/decisions",
            JOSE,
            SignedDecision.approve(batch, drafted.getString("sha256"), origin, now(), other)))
        .compose(approved -> sessions.of(one))
        .compose(token -> sender
            .post(address + "/exports", Map.of("authorization", "Bearer " + token), "")
            .compose(exported -> sender.file(address + "/file", token)))
        .map(file -> {
          folder.send(batch + ".xml", file.getBytes());
          sent.addAll(orders);
          return null;
        });
  }

  /** Returns the reference that a member's top-ups carry. */
  Future<String> reference(AccountId account) {
    return learnReferences(List.of(account)).map(learned -> known(account));
  }

  /** Asks for the references that are not known yet. */
  Future<Void> learnReferences(List<AccountId> accounts) {
    List<AccountId> unknown =
        accounts.stream().filter(each -> !references.containsKey(each)).toList();
    return unknown.isEmpty()
        ? Future.succeededFuture()
        : token().compose(token -> learn(unknown, token));
  }

  /** Some at a time: the first day has hundreds. */
  private Future<Void> learn(List<AccountId> unknown, String token) {
    Future<?> done = Future.succeededFuture();
    for (int at = 0; at < unknown.size(); at += AT_A_TIME) {
      List<AccountId> some = unknown.subList(at, Math.min(at + AT_A_TIME, unknown.size()));
      done = done.compose(before ->
          Future.all(some.stream().map(each -> learnReference(each, token)).toList()));
    }
    return done.mapEmpty();
  }

  private Future<String> learnReference(AccountId account, String token) {
    return read("/v1/accounts/" + account + "/top-up-reference", token)
        .map(json -> json.getString("reference"))
        .onSuccess(reference -> references.put(account, reference));
  }

  /** Returns a reference that has been learned; empty otherwise. */
  String known(AccountId account) {
    return references.getOrDefault(account, "");
  }

  /** Brings a statement to the office. */
  Future<Void> bring(AccountStatement statement) {
    return token().compose(token -> bring(statement, token)).mapEmpty();
  }

  private Future<JsonObject> bring(AccountStatement statement, String token) {
    return sender.post(
        "/v1/bank/statements",
        Map.of("authorization", "Bearer " + token, "content-type", "application/octet-stream"),
        new String(statement.bytes(), StandardCharsets.UTF_8));
  }

  /** Brings a statement to the office, and signs what its lines say: issues, and payouts that these two sent. */
  Future<Void> book(AccountStatement statement) {
    return token().compose(token -> bring(statement, token)
        .compose(taken -> sign("matched", this::issue, token))
        .compose(issued -> sign("debit", line -> settle(line, true), token))
        .compose(paid -> sign("work", line -> settle(line, false), token)));
  }

  private Future<String> token() {
    return sessions.of(keyring.operators().get(0));
  }

  private Future<JsonObject> read(String path, String token) {
    return sender.file(path, token).map(Buffer::toJsonObject);
  }

  /** Somebody who visits the office may have signed before; then the order is refused, and all is well. */
  private Future<Void> sign(
      String state, Function<JsonObject, Optional<Order>> order, String token) {
    return read("/v1/bank/lines?lineState=" + state, token).compose(json -> {
      Future<Void> all = Future.succeededFuture();
      for (Object line : json.getJsonArray("lines")) {
        Optional<Order> next = order.apply((JsonObject) line);
        if (next.isPresent()) {
          SignedOrder signed = SignedOrder.sign(next.get(), keyring.operators());
          all = all.compose(before -> sender.send(signed).mapEmpty());
        }
      }
      return all;
    });
  }

  /** What a visitor paid in is left to visitors, who may have come to sign for it. */
  private Optional<Order> issue(JsonObject line) {
    if (DemoBank.isVisitors(line.getString("bankReference"))) {
      return Optional.empty();
    }
    return Optional.of(new Order.Issue(
        terms(),
        new AccountId(line.getString("account")),
        Amount.of(line.getLong("amount")),
        line.getString("line")));
  }

  private Optional<Order> settle(JsonObject line, boolean isOut) {
    return EndToEndId.redemption(line.getString("endToEndId", ""))
        .filter(sent::contains)
        .map(redemption -> isOut
            ? new Order.PaidOut(terms(), redemption, line.getString("line"))
            : new Order.Returned(terms(), redemption, line.getString("line")));
  }

  private Terms terms() {
    long now = now() - 1;
    return new Terms(origin, newId(), now, now + LIFE_SECONDS);
  }

  private OrderId newId() {
    return OrderId.create(Instant.now().toEpochMilli(), random);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
