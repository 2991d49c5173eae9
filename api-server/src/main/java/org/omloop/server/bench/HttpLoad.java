package org.omloop.server.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.function.IntFunction;
import org.omloop.ledger.order.SignedOrder;

/** Signed payments over HTTP, each by a payer who waits for the receipt; the payers are on the same machine. */
final class HttpLoad implements AutoCloseable {
  static final String ONE = "HTTP, 1 payer";
  static final String MANY = "HTTP, 64 payers";
  static final String ONE_PAYEE = "HTTP, 64 payers, one payee";

  private static final int PAYERS = 64;
  private static final int PER_SECOND = 4_000;
  private static final int PER_SECOND_ALONE = 600;
  private static final int CREATED = 201;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClientAgent client = vertx.createHttpClient(
      new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(PAYERS));
  private final BenchTown town;
  private final RequestOptions request;
  private final double seconds;

  HttpLoad(BenchTown town, String address, double seconds) {
    this.town = town;
    this.seconds = seconds;
    this.request = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(address + "/v1/payments")
        .putHeader("content-type", "application/jose");
  }

  List<Measurement> measurements() {
    return List.of(
        payments(ONE, 1, PER_SECOND_ALONE, town::payments),
        payments(MANY, PAYERS, PER_SECOND, town::payments),
        payments(ONE_PAYEE, PAYERS, PER_SECOND, town::paymentsToOne));
  }

  private Measurement payments(
      String name, int payers, int perSecond, IntFunction<List<SignedOrder>> orders) {
    return new Measurement(
        name,
        () -> Load.concurrently(orders.apply((int) (perSecond * seconds)), payers, this::post));
  }

  private Future<?> post(SignedOrder order) {
    return client.request(request).compose(open -> open.send(order.text())
        .compose(HttpLoad::booked));
  }

  /** To be called in the turn that brings the head: a body that is asked for later may have gone by. */
  private static Future<?> booked(HttpClientResponse response) {
    return response
        .body()
        .compose(body -> response.statusCode() == CREATED
            ? Future.succeededFuture()
            : Future.failedFuture(response.statusCode() + " " + body));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
