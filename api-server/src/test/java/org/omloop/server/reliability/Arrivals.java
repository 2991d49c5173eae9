package org.omloop.server.reliability;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.omloop.ledger.order.SignedOrder;

/**
 * Payments that arrive at a server, either as fast as it answers or at a rate of their own. Each is sent once.
 *
 * <p>Confined to the thread that made it; every method blocks until all is answered.
 */
final class Arrivals implements AutoCloseable {
  private static final int CONNECTIONS = 600;
  private static final int PACE_MILLIS = 5;
  private static final int LIMIT_SECONDS = 60;

  /** Answers are large; some are enough to look at what they say. */
  private static final int ONE_IS_KEPT_OF = 10;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClientAgent client = vertx.createHttpClient(
      new HttpClientOptions().setKeepAlive(true),
      new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
  private final String address;

  Arrivals(String address) {
    this.address = address;
  }

  /** What became of one arrival; its answer is kept of some. */
  record Arrival(int status, long nanos, Optional<Answer> answer) {}

  /** Sends as many at a time, each lane the next as soon as the last is answered. */
  List<Arrival> inLanes(int lanes, List<SignedOrder> orders) {
    Run run = new Run(orders);
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, lanes).forEach(lane -> run.proceed(next));
    return run.await();
  }

  /** Sends so many a second, whatever the answers do. */
  List<Arrival> atRate(double perSecond, List<SignedOrder> orders) {
    Run run = new Run(orders);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    long pacer = vertx.setPeriodic(PACE_MILLIS, tick -> {
      long due = (long) ((System.nanoTime() - start) / 1e9 * perSecond);
      while (next.get() < Math.min(due, orders.size())) {
        run.send(next.getAndIncrement());
      }
    });
    try {
      return run.await();
    } finally {
      vertx.cancelTimer(pacer);
    }
  }

  private final class Run {
    private final List<SignedOrder> orders;
    private final CountDownLatch open;
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

    Run(List<SignedOrder> orders) {
      this.orders = orders;
      this.open = new CountDownLatch(orders.size());
    }

    void proceed(AtomicInteger next) {
      int at = next.getAndIncrement();
      if (at < orders.size()) {
        send(at).onComplete(answered -> proceed(next));
      }
    }

    Future<Arrival> send(int at) {
      long sent = System.nanoTime();
      return post(orders.get(at))
          .map(answer -> new Arrival(
              answer.status(),
              System.nanoTime() - sent,
              Optional.of(answer).filter(each -> at % ONE_IS_KEPT_OF == 0)))
          .onSuccess(arrivals::add)
          .onComplete(answered -> open.countDown());
    }

    List<Arrival> await() {
      try {
        if (!open.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          throw new AssertionError(open.getCount() + " arrivals were not answered");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (arrivals.size() < orders.size()) {
        throw new AssertionError((orders.size() - arrivals.size()) + " connections broke");
      }
      return List.copyOf(arrivals);
    }
  }

  private Future<Answer> post(SignedOrder order) {
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(address + Sender.path(order.order()))
        .putHeader("content-type", "application/jose");
    return client.request(options).compose(request -> request
        .send(order.text())
        .compose(
            response -> response.body().map(body -> answer(order, response, body.toString()))));
  }

  private static Answer answer(SignedOrder order, HttpClientResponse response, String body) {
    String retryAfter = Optional.ofNullable(response.getHeader("retry-after")).orElse("");
    return new Answer(order, response.statusCode(), retryAfter, body);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
