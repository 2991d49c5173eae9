package org.omloop.server.http.circulation;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.server.circulation.Edition;
import org.omloop.server.circulation.KnownPeriod;
import org.omloop.server.circulation.LiveCirculation;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.http.guard.ResponseHeaders;

/** What everybody may know of how money goes round, under CC0. Thread-safe. */
public final class CirculationHandlers {
  /** The licence of all that is public here. */
  static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

  private static final String HOUR = "public, max-age=3600";
  private static final String ASK_AGAIN = "no-cache";

  private final LiveCirculation circulation;
  private final PaperPress press;

  public CirculationHandlers(LiveCirculation circulation, PaperPress press) {
    this.circulation = circulation;
    this.press = press;
  }

  /** {@code GET /v1/circulation/reports}. */
  public void reports(RoutingContext context) {
    Measuring.of(circulation
            .size()
            .compose(size -> circulation.periods().map(periods -> list(size, periods))))
        .onSuccess(json -> {
          open(context);
          context.json(json);
        })
        .onFailure(context::fail);
  }

  private static JsonObject list(long size, List<KnownPeriod> periods) {
    return new JsonObject()
        .put("treeSize", size)
        .put(
            "reports",
            new JsonArray(periods.stream().map(CirculationHandlers::json).toList()));
  }

  private static JsonObject json(KnownPeriod known) {
    return new JsonObject()
        .put("period", known.period().toString())
        .put("length", known.period().length().name().toLowerCase(Locale.ROOT))
        .put("from", Instant.ofEpochMilli(known.period().start()).toString())
        .put("until", Instant.ofEpochMilli(known.period().end()).toString())
        .put("closed", known.isOver())
        .put(
            "editions",
            new JsonArray(
                known.editions().stream().map(CirculationHandlers::json).toList()));
  }

  private static JsonObject json(Edition edition) {
    return new JsonObject()
        .put("edition", edition.number())
        .put("treeSize", edition.size())
        .put("madeAt", Instant.ofEpochSecond(edition.madeAt()).toString())
        .put("sha256", edition.sha256());
  }

  /** {@code GET /v1/circulation/reports/{period}}. */
  public void report(RoutingContext context) {
    read(context)
        .onSuccess(file -> {
          open(context);
          ReportAnswer.report(file, context);
        })
        .onFailure(context::fail);
  }

  /** {@code GET /v1/circulation/reports/{period}/paper}. */
  public void paper(RoutingContext context) {
    read(context)
        .compose(file -> circulation
            .isRunning(file.period())
            .compose(isRunning -> press.draw(file, isRunning, context)))
        .onSuccess(drawn -> {
          open(context);
          drawn.send(context);
        })
        .onFailure(context::fail);
  }

  /** {@code GET /v1/circulation/reports/{period}/tables/{table}}. */
  public void table(RoutingContext context) {
    String table = Asked.table(context);
    read(context)
        .map(file -> {
          Measuring.orNotFound(file.csv(table));
          open(context);
          context
              .response()
              .headers()
              .add(
                  "Link",
                  "<" + context.request().path() + "/metadata" + vintage(context)
                      + ">; rel=\"describedby\"; type=\"" + CsvMetadata.MEDIA_TYPE + "\"");
          ReportAnswer.csv(file, table, context);
          return file;
        })
        .onFailure(context::fail);
  }

  /** {@code GET /v1/circulation/reports/{period}/tables/{table}/metadata}. */
  public void metadata(RoutingContext context) {
    String table = Asked.table(context);
    read(context)
        .map(file -> {
          JsonObject described = Measuring.orNotFound(file.table(table));
          open(context);
          ReportAnswer.send(
              ReportAnswer.tag(file, table + "-metadata"),
              CsvMetadata.MEDIA_TYPE,
              CsvMetadata.of(described, "../" + table + vintage(context)).toBuffer(),
              context);
          return file;
        })
        .onFailure(context::fail);
  }

  /** {@code GET /v1/circulation/indicators}. */
  public void indicators(RoutingContext context) {
    ResponseHeaders.openToAll(context);
    licence(context);
    context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, HOUR)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(IndicatorsJson.TEXT);
  }

  private Future<ReportFile> read(RoutingContext context) {
    return Measuring.of(
            circulation.report(Asked.period(context), Tier.PUBLIC, Asked.edition(context)))
        .map(Measuring::orNotFound);
  }

  /** What names its edition never changes; of anything else the caller asks whether it did. */
  private static void open(RoutingContext context) {
    ResponseHeaders.openToAll(context);
    licence(context);
    if (context.request().getParam("edition") != null) {
      ResponseHeaders.immutable(context);
    } else {
      context.response().putHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
    }
  }

  private static void licence(RoutingContext context) {
    context.response().headers().add("Link", "<" + LICENCE + ">; rel=\"license\"");
  }

  private static String vintage(RoutingContext context) {
    String edition = context.request().getParam("edition");
    return edition == null ? "" : "?edition=" + edition;
  }
}
