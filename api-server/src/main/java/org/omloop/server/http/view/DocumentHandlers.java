package org.omloop.server.http.view;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.omloop.server.http.contract.Contract;
import org.omloop.server.http.guard.ResponseHeaders;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.problem.Sentences;

/** What the server says about itself: its contract, its problems, its health. Thread-safe. */
public final class DocumentHandlers {
  private static final String HOUR = "public, max-age=3600";
  private static final int RETRY_SECONDS = 2;

  private final Contract contract;
  private final HealthChecks readiness;
  private final Supplier<String> measurements;

  public DocumentHandlers(
      Contract contract, HealthChecks readiness, Supplier<String> measurements) {
    this.contract = contract;
    this.readiness = readiness;
    this.measurements = measurements;
  }

  /** {@code GET /v1/openapi.json}. */
  public void contract(RoutingContext context) {
    ResponseHeaders.openToAll(context);
    context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, HOUR)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(contract.text());
  }

  /** {@code GET /problems}. */
  public void problems(RoutingContext context) {
    ResponseHeaders.openToAll(context);
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, HOUR);
    context.json(Sentences.all().kinds());
  }

  /** {@code GET /problems/{problem}}. */
  public void problem(RoutingContext context) {
    JsonObject kind = Sentences.all()
        .kind(context.pathParam("problem"))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    ResponseHeaders.openToAll(context);
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, HOUR);
    context.json(kind);
  }

  /** {@code GET /health}: whoever can answer lives. */
  public void health(RoutingContext context) {
    context.json(new JsonObject().put("status", "UP"));
  }

  /** {@code GET /ready}. */
  public void readiness(RoutingContext context) {
    readiness.checkStatus().onSuccess(result -> answer(result, context)).onFailure(context::fail);
  }

  /** {@code GET /metrics}. */
  public void measurements(RoutingContext context) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
        .end(measurements.get());
  }

  private static void answer(CheckResult result, RoutingContext context) {
    if (CheckResult.isUp(result)) {
      context.json(result.toJson());
    } else {
      context.fail(Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS));
    }
  }
}
