package org.omloop.server.http.view;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.report.Figures;
import org.omloop.server.web.KnownTag;

/** What everybody may know of the circuit: its unit, its rules, its figures. Thread-safe. */
public final class CircuitHandlers {
  private static final int NOT_MODIFIED = 304;
  private static final int RETRY_SECONDS = 5;
  private static final int FIGURE_DIGITS = 4;

  private final Directory directory;
  private final Supplier<Policy> policy;
  private final Supplier<Figures> figures;

  public CircuitHandlers(Directory directory, Supplier<Policy> policy, Supplier<Figures> figures) {
    this.directory = directory;
    this.policy = policy;
    this.figures = figures;
  }

  /** {@code GET /v1/currency}. */
  public void currency(RoutingContext context) {
    Order.Genesis genesis = directory
        .genesis()
        .orElseThrow(() -> Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS));
    String origin = genesis.terms().ledger();
    context.json(new JsonObject()
        .put("origin", origin)
        .put("name", genesis.name())
        .put("unit", genesis.unit())
        .put("symbol", genesis.unit().equals("euro") ? "€" : genesis.unit())
        .put("scale", genesis.scale())
        .put("logKey", genesis.logKey())
        .put("serverKey", genesis.serverKey().toString())
        .put("demo", Arrays.asList(origin.split("[./]")).contains("demo"))
        .put("treeSize", directory.treeSize()));
  }

  /** {@code GET /v1/policies}. */
  public void policies(RoutingContext context) {
    Policy inForce = policy.get();
    JsonObject settings = new JsonObject();
    for (Setting each : Setting.values()) {
      Object value = inForce.value(each).orElse(null);
      settings.put(each.wireName(), value instanceof List<?> list ? new JsonArray(list) : value);
    }
    context.json(new JsonObject().put("treeSize", directory.treeSize()).put("settings", settings));
  }

  /** {@code GET /v1/figures}. */
  public void figures(RoutingContext context) {
    Figures now = figures.get();
    String tag = "\"" + now.entries() + "\"";
    context.response().putHeader(HttpHeaders.ETAG, tag);
    if (KnownTag.isNamed(tag, context)) {
      context.response().setStatusCode(NOT_MODIFIED).end();
    } else {
      context.json(json(now));
    }
  }

  private static JsonObject json(Figures figures) {
    return new JsonObject()
        .put("asOf", BookingText.time(figures.bookedAt()))
        .put("treeSize", figures.entries())
        .put("entries", figures.entries())
        .put("members", figures.members())
        .put("organisations", figures.organisations())
        .put("issued", figures.issued())
        .put("granted", figures.granted())
        .put("spent", figures.spent())
        .put("refunded", figures.refunded())
        .put("redeemed", figures.redeemed())
        .put("outstanding", figures.outstanding())
        .put("spentPerIssued", rounded(figures.spentPerIssued()))
        .put("refusals", amounts(figures.refusals()));
  }

  private static @org.jspecify.annotations.Nullable Double rounded(OptionalDouble figure) {
    return figure.isEmpty()
        ? null
        : BigDecimal.valueOf(figure.getAsDouble())
            .setScale(FIGURE_DIGITS, RoundingMode.HALF_UP)
            .doubleValue();
  }

  private static JsonObject amounts(java.util.Map<String, Long> byName) {
    JsonObject json = new JsonObject();
    byName.forEach(json::put);
    return json;
  }
}
