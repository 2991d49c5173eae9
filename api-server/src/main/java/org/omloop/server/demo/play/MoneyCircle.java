package org.omloop.server.demo.play;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.bank.AccountStatement;
import org.omloop.server.demo.bank.BankFolder;
import org.omloop.server.demo.bank.Entry;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.EndToEndId;
import org.omloop.server.payouts.SignedDecision;
import org.omloop.server.payouts.SignedDraft;

/**
 * The office's two people in live traffic: they pay out what the market's own members asked for, by way of the server's
 * batches and a file for the bank, and book what the bank's statement says. What visitors ask for is left to visitors.
 * Confined to one thread.
 */
final class MoneyCircle {
  private static final long LIFE_SECONDS = 600;
  private static final Map<String, String> JOSE = Map.of("content-type", "application/jose");

  private final OrderSender sender;
  private final Sessions sessions;
  private final Keyring keyring;
  private final SigningKey serverKey;
  private final BankFolder folder;
  private final String origin;
  private final SecureRandom random = new SecureRandom();
  private final Set<OrderId> asked = new LinkedHashSet<>();
  private final Set<OrderId> sent = new LinkedHashSet<>();

  MoneyCircle(
      OrderSender sender,
      Sessions sessions,
      Keyring keyring,
      SigningKey serverKey,
      BankFolder folder,
      String origin) {
    this.sender = sender;
    this.sessions = sessions;
    this.keyring = keyring;
    this.serverKey = serverKey;
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

  /** Books a statement, and what it says of payouts that these two sent. */
  Future<Void> book(AccountStatement statement) {
    Future<OrderSender.Answer> all = sender.send(SignedOrder.sign(
        new Order.Statement(
            terms(),
            IntentOrders.RESERVE_IBAN,
            statement.number(),
            statement.first().toString(),
            statement.last().toString(),
            statement.opening(),
            statement.credits(),
            statement.debits(),
            statement.closing(),
            statement.fileHash()),
        List.of(serverKey)));
    for (Entry each : statement.entries()) {
      Optional<OrderId> redemption =
          EndToEndId.redemption(each.endToEndId()).filter(sent::contains);
      if (redemption.isPresent()) {
        all = all.compose(before -> sender.send(order(each, redemption.get())));
      }
    }
    return all.mapEmpty();
  }

  private SignedOrder order(Entry entry, OrderId redemption) {
    Order order = entry.cents() < 0
        ? new Order.PaidOut(terms(), redemption, entry.reference())
        : new Order.Returned(terms(), redemption, entry.reference());
    return SignedOrder.sign(order, keyring.operator());
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
