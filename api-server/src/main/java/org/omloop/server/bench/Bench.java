package org.omloop.server.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.server.Server;
import org.omloop.server.postgres.yardstick.SqlTransfers;

/** The measurements, one after the other on one server; the machine should have nothing else to do. */
public final class Bench {
  private static final int ACCOUNTS = 1_000;
  private static final int WINDOW = 4_000;
  private static final int HTTP_PAYERS = 64;
  private static final int BATCH = 384;
  private static final int CREATED = 201;

  private final Server server;
  private final double seconds;
  private final int rounds;
  private final Consumer<String> progress;
  private final BenchTown town = new BenchTown(ACCOUNTS);

  /**
   * Prepares measuring.
   *
   * @param seconds how long one round of one measurement lasts, about
   * @param rounds how often each is repeated; the median counts
   */
  public Bench(Server server, double seconds, int rounds, Consumer<String> progress) {
    this.server = server;
    this.seconds = seconds;
    this.rounds = rounds;
    this.progress = progress;
  }

  /** Returns the settings of a ledger to measure on. */
  public static io.vertx.core.json.JsonObject settings() {
    return BenchTown.settings();
  }

  /** Measures everything, in the order of the report. */
  public BenchReport run() {
    progress.accept("opening " + ACCOUNTS + " accounts");
    for (List<SignedOrder> stage : town.opening(server.codes().get(0))) {
      Load.concurrently(stage, WINDOW, server.books()::submit);
    }
    BenchReport report = new BenchReport(rounds);
    measureChecks(report);
    measureSql(report);
    measureLedger(report);
    measureHttp(report);
    return report;
  }

  private void measureChecks(BenchReport report) {
    int cores = Runtime.getRuntime().availableProcessors();
    List<SignedOrder> orders = town.payments(2_000);
    for (SignatureVerifier verifier :
        List.of(SignatureVerifier.fastest(), SignatureVerifier.portable())) {
      String name =
          verifier == SignatureVerifier.portable() ? "checks, Bouncy Castle" : "checks, fastest";
      measure(
          report,
          name + ", 1 core",
          () -> Load.threads(1, seconds, 1, at -> checker(orders, verifier)));
      measure(
          report,
          name + ", all cores",
          () -> Load.threads(cores, seconds, 1, at -> checker(orders, verifier)));
    }
  }

  private Runnable checker(List<SignedOrder> orders, SignatureVerifier verifier) {
    int[] next = {0};
    return () -> {
      SignedOrder order = orders.get(next[0]++ % orders.size());
      var signature = order.signatures().get(0);
      var key = server.books().directory().keyFor(order, signature.key()).orElseThrow();
      if (!verifier.isValid(key, signature.signed(), signature.signature())) {
        throw new IllegalStateException("a good signature was refused");
      }
    };
  }

  private void measureSql(BenchReport report) {
    try (SqlTransfers sql = new SqlTransfers(server.database(), ACCOUNTS)) {
      measure(report, "SQL transfer, 1 client", () -> sqlClients(sql, 1));
      measure(report, "SQL transfer, 16 clients", () -> sqlClients(sql, 16));
      measure(report, "SQL batch of " + BATCH, () -> {
        try (SqlTransfers.Client client = sql.client(1)) {
          return Load.threads(1, seconds, BATCH, at -> () -> client.batch(BATCH));
        }
      });
    }
  }

  private Sample sqlClients(SqlTransfers sql, int count) {
    List<SqlTransfers.Client> clients = new ArrayList<>();
    try {
      return Load.threads(count, seconds, 1, at -> {
        SqlTransfers.Client client = sql.client(at);
        clients.add(client);
        return client::transfer;
      });
    } finally {
      clients.forEach(SqlTransfers.Client::close);
    }
  }

  private void measureLedger(BenchReport report) {
    int count = (int) (20_000 * seconds);
    measure(report, "ledger only, uniform", prepared(() -> town.payments(count), this::submitAll));
    measure(
        report,
        "ledger only, one payee",
        prepared(() -> town.paymentsToOne(count), this::submitAll));
  }

  private Sample submitAll(List<SignedOrder> orders) {
    return Load.concurrently(orders, WINDOW, server.books()::submit);
  }

  private void measureHttp(BenchReport report) {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientAgent client = vertx.createHttpClient(
          new HttpClientOptions().setKeepAlive(true),
          new PoolOptions().setHttp1MaxSize(HTTP_PAYERS));
      int one = (int) (800 * seconds);
      int many = (int) (6_000 * seconds);
      measure(
          report, "HTTP, 1 payer", prepared(() -> town.payments(one), all -> post(client, all, 1)));
      measure(
          report,
          "HTTP, " + HTTP_PAYERS + " payers",
          prepared(() -> town.payments(many), all -> post(client, all, HTTP_PAYERS)));
      measure(
          report,
          "HTTP, " + HTTP_PAYERS + " payers, one payee",
          prepared(() -> town.paymentsToOne(many), all -> post(client, all, HTTP_PAYERS)));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private Sample post(HttpClientAgent client, List<SignedOrder> orders, int payers) {
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(server.address() + "/v1/payments")
        .putHeader("content-type", "application/jose");
    return Load.concurrently(orders, payers, order -> client
        .request(options)
        .compose(request -> request.send(order.text()))
        .compose(response -> response
            .body()
            .compose(body -> response.statusCode() == CREATED
                ? Future.succeededFuture()
                : Future.failedFuture(response.statusCode() + " " + body))));
  }

  private static <T> Supplier<Sample> prepared(
      Supplier<T> prepare, java.util.function.Function<T, Sample> run) {
    return () -> run.apply(prepare.get());
  }

  /** Runs once to warm up, then as often as asked, and keeps the round in the middle. */
  private void measure(BenchReport report, String name, Supplier<Sample> round) {
    progress.accept(name + ", after " + round.get().operations() + " to warm up");
    List<Sample> samples = new ArrayList<>();
    for (int at = 0; at < rounds; at++) {
      samples.add(round.get());
    }
    samples.sort(Comparator.comparingDouble(Sample::perSecond));
    report.add(name, samples);
  }
}
