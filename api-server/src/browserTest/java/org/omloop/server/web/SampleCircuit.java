package org.omloop.server.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.omloop.ledger.policy.Policy;
import org.omloop.server.areas.Areas;
import org.omloop.server.http.area.AreaHandlers;

/**
 * The real pages over invented answers: a server for browser tests, where a test decides what the
 * circuit's figures are and whether the server answers at all.
 */
final class SampleCircuit implements AutoCloseable {
  static final JsonObject FIGURES = new JsonObject("""
          {"asOf": "2026-11-23T22:10:00Z", "treeSize": 61774, "entries": 61774, "members": 213,
           "organisations": 41, "issued": 9331000, "granted": 1200000, "spent": 15120055,
           "refunded": 12080, "redeemed": 2231050, "outstanding": 7144050, "spentPerIssued": 1.62,
           "refusals": {"insufficient-funds": 312, "expired": 4, "key-limit-exceeded": 27,
             "already-refunded": 3}}
          """);
  static final JsonObject NOTHING_YET = new JsonObject("""
          {"asOf": "2026-11-23T22:10:00Z", "treeSize": 1, "entries": 1, "members": 0,
           "organisations": 0, "issued": 0, "granted": 0, "spent": 0, "refunded": 0, "redeemed": 0,
           "outstanding": 0, "spentPerIssued": null, "refusals": {}}
          """);

  private static final String CHECKPOINT = """
      demo.omloop.example/oost
      61774
      q6lPnCDKSPUnZCJ1ZWqUYuOx1sVfH2TGCSZcnEnGf1Q=

      — demo.omloop.example/oost 4UkLrcFGAaGJTjpL2gNX3oaGvOzBUmQ6a9uZ5XQ4vYp3m1cD0wW8aTz2nqkQx7yB
      """;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final SampleReports reports =
      new SampleReports(new JsonObject(resource("sample-report.json")));

  // Written by the test, read by the event loop.
  private volatile JsonObject figures = FIGURES;
  private volatile boolean answers = true;
  private volatile boolean isDemo = true;
  private volatile String contract = "sample-openapi.json";
  private volatile AreaHandlers areas = namedBy(Areas.NONE);

  SampleCircuit() {
    Router router = Router.router(vertx);
    router.route("/v1/*").handler(this::answerOrNot);
    router.route("/log/*").handler(this::answerOrNot);
    router.get("/v1/currency").handler(this::currency);
    router.get("/demo/people").handler(SampleCircuit::people);
    router.get("/demo/bank").handler(SampleCircuit::bank);
    router.get("/v1/figures").handler(this::figures);
    router.get("/v1/areas").handler(context -> areas.list(context));
    router.get("/v1/areas/map").handler(context -> areas.map(context));
    router.get("/v1/openapi.json").handler(this::contract);
    router.get("/log/checkpoint").handler(SampleCircuit::checkpoint);
    reports.mount(router);
    WebPages.load().mount(router);
    server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  /** What is measured of it. */
  SampleReports reports() {
    return reports;
  }

  void showFigures(JsonObject changed) {
    figures = changed;
  }

  /** From now on each question about the ledger ends in 503, as while the database is away. */
  void stopAnswering() {
    answers = false;
  }

  void answerAgain() {
    answers = true;
  }

  /** Back to a busy demonstration that answers. */
  void reset() {
    figures = FIGURES;
    answers = true;
    isDemo = true;
    contract = "sample-openapi.json";
    areas = namedBy(Areas.NONE);
    reports.reset();
  }

  /** Shows the server's own contract in place of the sample. */
  void showRealContract() {
    contract = "openapi.json";
  }

  /** From now on the sample report's areas have names and boundaries. */
  void nameAreas() {
    areas = namedBy(Areas.read(fileOf("sample-areas.json")));
  }

  private static AreaHandlers namedBy(Areas areas) {
    return new AreaHandlers(areas, () -> Policy.INITIAL, Clock.systemUTC());
  }

  void isNoDemo() {
    isDemo = false;
  }

  private static Path fileOf(String name) {
    return Path.of("target", "test-classes", name);
  }

  /** A file on the class path. */
  final String resource(String name) {
    return vertx.fileSystem().readFileBlocking(name).toString();
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private void answerOrNot(RoutingContext context) {
    if (answers) {
      context.next();
    } else {
      context.response().setStatusCode(503).putHeader("Retry-After", "5").end();
    }
  }

  private static void bank(RoutingContext context) {
    context.json(new JsonObject()
        .put("isOpen", true)
        .put("statements", new JsonArray().add("00012-2026-11-24.xml")));
  }

  private static void people(RoutingContext context) {
    context.json(new JsonObject()
        .put(
            "people",
            new JsonArray()
                .add(new JsonObject()
                    .put("person", "baker")
                    .put("name", "Bakkerij Proef")
                    .put("face", "till"))
                .add(new JsonObject()
                    .put("person", "resident-1")
                    .put("name", "Anna P.")
                    .put("face", "wallet"))));
  }

  private void currency(RoutingContext context) {
    context.json(new JsonObject()
        .put("origin", "demo.omloop.example/oost")
        .put("name", "Kring Oost")
        .put("unit", "euro")
        .put("symbol", "€")
        .put("scale", 2)
        .put("demo", isDemo)
        .put("treeSize", 61774));
  }

  private void figures(RoutingContext context) {
    String tag = "\"" + figures.hashCode() + "\"";
    if (tag.equals(context.request().getHeader("If-None-Match"))) {
      context.response().setStatusCode(304).putHeader("ETag", tag).end();
    } else {
      context.response().putHeader("ETag", tag).putHeader("Cache-Control", "no-store");
      context.json(figures);
    }
  }

  private static void checkpoint(RoutingContext context) {
    context.response().putHeader("Content-Type", "text/plain; charset=utf-8").end(CHECKPOINT);
  }

  private void contract(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .sendFile(contract)
        .onFailure(context::fail);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The sample server did not do as told", e);
    }
  }
}
