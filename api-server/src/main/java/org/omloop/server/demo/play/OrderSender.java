package org.omloop.server.demo.play;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;

/**
 * Sends signed orders to a server's public API and reads the answers. A server that says "later", or hangs up
 * before it has answered, is sent the same bytes again.
 *
 * <p>Thread-safe.
 */
final class OrderSender {
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int REFUSED = 422;
  private static final int LATER = 503;
  private static final int MOST_TRIES = 20;
  private static final long PAUSE_MILLIS = 250;
  private static final long MOST_SILENCE_MILLIS = 120_000;

  private final Vertx vertx;
  private final HttpClientAgent client;
  private final String address;

  OrderSender(Vertx vertx, String address, int connections) {
    this.vertx = vertx;
    this.address = address;
    this.client = vertx.createHttpClient(
        new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(connections));
  }

  private record Reply(int status, Buffer body) {}

  /** What the server answered: a refusal or none, and the receipt either way, which is read when it is asked for. */
  record Answer(Optional<Refusal> refusal, String body) {
    /** Checks the receipt with nothing but the log's key. */
    boolean isProvenBy(LogPublicKey log) {
      JsonObject receipt = new JsonObject(body).getJsonObject("receipt");
      Leaf leaf = Leaf.of(receipt.getString("leaf").getBytes(StandardCharsets.UTF_8));
      return Receipt.parse(leaf, receipt.getString("proof")).verify(log) == ReceiptVerdict.VALID;
    }
  }

  /** Sends an order; fails when the answer is neither booked nor refused. */
  Future<Answer> send(SignedOrder order) {
    return send(order, MOST_TRIES);
  }

  /** Reads one of the public resources. */
  Future<JsonObject> get(String path) {
    return exchange(new RequestOptions().setAbsoluteURI(address + path), "")
        .map(reply -> reply.body().toJsonObject());
  }

  /** Reads a file in somebody's session; fails when it is not given. */
  Future<Buffer> file(String path, String token) {
    RequestOptions options = new RequestOptions()
        .setAbsoluteURI(address + path)
        .putHeader("authorization", "Bearer " + token);
    return exchange(options, "")
        .compose(reply -> reply.status() == OK
            ? Future.succeededFuture(reply.body())
            : Future.failedFuture(new UnexpectedOutcome(path + " was answered " + reply.status())));
  }

  /** Sends what is no order; fails when the answer is not that it was done. */
  Future<JsonObject> post(String path, Map<String, String> headers, String body) {
    RequestOptions options =
        new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(address + path);
    headers.forEach(options::putHeader);
    return exchange(options, body)
        .compose(reply -> reply.status() == OK || reply.status() == CREATED
            ? Future.succeededFuture(reply.body().toJsonObject())
            : Future.failedFuture(new UnexpectedOutcome(path + " was answered " + reply.status())));
  }

  /** States who a member is; fails when the answer is not that it holds. */
  Future<Void> state(String statement) {
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(address + "/v1/members")
        .putHeader("content-type", "application/jose");
    return exchange(options, statement)
        .compose(reply -> reply.status() == OK
            ? Future.succeededFuture()
            : Future.failedFuture(new UnexpectedOutcome(
                "a member's statement was answered " + reply.status() + ": " + reply.body())));
  }

  /**
   * The body is asked for in the very turn that brings the head. Vert.x completes a request on its connection's event loop
   * and its answer on the caller's; a step between the two, and a body may have come and gone that nobody waited for yet.
   */
  private Future<Reply> exchange(RequestOptions options, String body) {
    return client.request(options.setIdleTimeout(MOST_SILENCE_MILLIS)).compose(request -> request
        .send(body)
        .compose(
            response -> response.body().map(whole -> new Reply(response.statusCode(), whole))));
  }

  private Future<Answer> send(SignedOrder order, int tries) {
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(address + "/v1/" + resource(order.order()))
        .putHeader(
            "content-type",
            order.signatures().size() == 1 ? "application/jose" : "application/jose+json");
    return exchange(options, order.text())
        .compose(reply -> reply.status() == LATER && tries > 1
            ? sendLater(order, tries)
            : answer(order, reply.status(), reply.body().toString()))
        .recover(cause -> cause instanceof HttpClosedException && tries > 1
            ? sendLater(order, tries)
            : Future.failedFuture(cause));
  }

  private Future<Answer> sendLater(SignedOrder order, int tries) {
    return vertx
        .timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
        .compose(pause -> send(order, tries - 1));
  }

  private static Future<Answer> answer(SignedOrder order, int status, String body) {
    if (status != CREATED && status != OK && status != REFUSED) {
      return Future.failedFuture(
          new UnexpectedOutcome("order " + order.id() + " was answered " + status + ": " + body));
    }
    Optional<Refusal> refusal = status == REFUSED
        ? Optional.ofNullable(new JsonObject(body).getString("reason")).flatMap(Refusal::named)
        : Optional.empty();
    return Future.succeededFuture(new Answer(refusal, body));
  }

  private static String resource(Order order) {
    if (order instanceof Order.Capture capture) {
      return "holds/" + capture.hold() + "/captures";
    }
    if (order instanceof Order.Release release) {
      return "holds/" + release.hold() + "/releases";
    }
    if (order instanceof Order.Pay) {
      return "payments";
    }
    if (order instanceof Order.Refund) {
      return "refunds";
    }
    if (order instanceof Order.Redeem) {
      return "redemptions";
    }
    if (order instanceof Order.Hold) {
      return "holds";
    }
    if (order instanceof Order.Grant) {
      return "grants";
    }
    return order instanceof Order.KeyAdd ? "keys" : "orders";
  }
}
