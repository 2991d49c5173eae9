package org.omloop.server.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.council.CouncilPaper;
import org.omloop.server.council.PaperWords;
import org.omloop.server.council.Source;
import org.omloop.server.http.circulation.IndicatorsJson;

/** Invented reports in the real format, with the real definitions; exact ones are given to anybody who asks. */
final class SampleReports {
  /** The quarter that the sample is about. */
  static final String PERIOD = "2026-Q3";

  private static final Set<Integer> FEW_AGES = Set.of(0, 180);

  private final JsonObject sample;

  // Written by the test, read by the event loop.
  private volatile boolean isReading;
  private volatile JsonObject shown;

  SampleReports(JsonObject sample) {
    this.sample = sample;
    this.shown = sample;
  }

  void mount(Router router) {
    router.route("/v1/circulation/*").handler(this::readOrNot);
    router.get("/v1/circulation/reports").handler(SampleReports::periods);
    router.get("/v1/circulation/reports/:period").handler(context -> report(context, "public"));
    router.get("/v1/circulation/reports/:period/tables/:table").handler(SampleReports::file);
    router.get("/v1/circulation/reports/:period/paper").handler(this::paper);
    router.get("/v1/circulation/audit/:period/paper").handler(this::paper);
    router.get("/v1/circulation/indicators").handler(SampleReports::indicators);
    router.get("/v1/circulation/audit/:period").handler(context -> report(context, "audit"));
    router.get("/v1/circulation/audit/:period/entries").handler(SampleReports::entries);
    router.get("/v1/circulation/audit/:period/tables/:table").handler(SampleReports::file);
  }

  JsonObject table(String id) {
    return tables().stream()
        .map(JsonObject.class::cast)
        .filter(table -> table.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  JsonArray tables() {
    return sample.getJsonArray("tables");
  }

  /** Shows another report in place of the sample. */
  void show(JsonObject report) {
    shown = report;
  }

  /** The sample with fewer points on its curves, whose tables are as long as all others together. */
  JsonObject withFewAges() {
    JsonObject report = sample();
    for (Object each : report.getJsonArray("tables")) {
      JsonObject table = (JsonObject) each;
      int age = ageColumn(table);
      if (age >= 0) {
        table.put(
            "rows",
            new JsonArray(table.getJsonArray("rows").stream()
                .filter(row -> FEW_AGES.contains(((JsonArray) row).getInteger(age)))
                .toList()));
      }
    }
    return report;
  }

  private static int ageColumn(JsonObject table) {
    return table.getJsonArray("columns").stream()
        .map(column -> ((JsonObject) column).getString("id"))
        .toList()
        .indexOf("age");
  }

  JsonObject sample() {
    return sample.copy();
  }

  /** From now on the server is still reading its journal. */
  void readJournal() {
    isReading = true;
  }

  void reset() {
    isReading = false;
    shown = sample;
  }

  private void readOrNot(RoutingContext context) {
    if (isReading) {
      context.response().setStatusCode(503).putHeader("Retry-After", "5").end();
    } else {
      context.next();
    }
  }

  private static void periods(RoutingContext context) {
    JsonArray reports = new JsonArray();
    for (String month : new String[] {"2026-07", "2026-08", "2026-09", "2026-10"}) {
      reports.add(period(month, "month", !month.equals("2026-10")));
    }
    reports.add(period("2026-Q2", "quarter", true));
    reports.add(period(PERIOD, "quarter", true));
    reports.add(period("2026-Q4", "quarter", false));
    reports.add(period("2026", "year", false));
    context.json(new JsonObject().put("treeSize", 61774).put("reports", reports));
  }

  private static JsonObject period(String name, String length, boolean isClosed) {
    return new JsonObject()
        .put("period", name)
        .put("length", length)
        .put("closed", isClosed)
        .put("editions", new JsonArray());
  }

  private void report(RoutingContext context, String tier) {
    String period = context.pathParam("period");
    if (period.equals("1999")) {
      context
          .response()
          .setStatusCode(404)
          .putHeader("Content-Type", "application/problem+json")
          .end("{\"title\": \"Not found\", \"status\": 404}");
      return;
    }
    JsonObject report = shown.copy().put("tier", tier);
    report.getJsonObject("period").put("id", period);
    context.json(report);
  }

  private static void file(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/csv; charset=utf-8")
        .end("table\r\n" + context.pathParam("table") + "\r\n");
  }

  /** Drawn by the real press. */
  private void paper(RoutingContext context) {
    PaperWords words = PaperWords.in(context.request().getParam("language")).orElseThrow();
    Source nowhere = new Source(Optional.empty(), Optional.empty(), false);
    context
        .response()
        .putHeader("Content-Type", "application/pdf")
        .end(Buffer.buffer(CouncilPaper.draw(ReportFile.read(shown.encode()), words, nowhere)));
  }

  private static void entries(RoutingContext context) {
    int first = context.request().getParam("cursor") == null ? 40 : 42;
    JsonArray entries = new JsonArray();
    for (int index = first; index < first + 2; index++) {
      JsonObject entry = new JsonObject()
          .put("index", index)
          .put("time", "2026-08-0" + (index - 38) + "T10:00:00Z")
          .put("from", "resident-" + index)
          .putNull("to")
          .put("amount", 1250)
          .put("kind", "redeem")
          .putNull("refundOf");
      boolean isTraced = "programmes".equals(context.request().getParam("table"));
      entries.add(isTraced ? entry.put("part", 400) : entry);
    }
    JsonObject page = new JsonObject().put("treeSize", 61774).put("entries", entries);
    context.json(first == 40 ? page.put("next", "42") : page);
  }

  private static void indicators(RoutingContext context) {
    context.response().putHeader("Content-Type", "application/json").end(IndicatorsJson.TEXT);
  }
}
