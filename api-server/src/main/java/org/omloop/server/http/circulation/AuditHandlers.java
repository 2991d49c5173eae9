package org.omloop.server.http.circulation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.server.circulation.LiveCirculation;
import org.omloop.server.circulation.LiveCirculation.Line;
import org.omloop.server.circulation.Looks;
import org.omloop.server.circulation.MovementPage;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Cursors;
import org.omloop.server.http.view.Page;

/** Exact figures, and the movements behind them, for auditors. Nothing is shown before the look is kept. Thread-safe. */
public final class AuditHandlers {
  private final LiveCirculation circulation;
  private final Looks looks;
  private final Directory directory;
  private final Cursors cursors;
  private final PaperPress press;
  private final Clock clock;

  public AuditHandlers(
      LiveCirculation circulation,
      Looks looks,
      Directory directory,
      Cursors cursors,
      PaperPress press,
      Clock clock) {
    this.circulation = circulation;
    this.looks = looks;
    this.directory = directory;
    this.cursors = cursors;
    this.press = press;
    this.clock = clock;
  }

  /** {@code GET /v1/circulation/audit/{period}}. */
  public void report(RoutingContext context) {
    read(context).onSuccess(file -> ReportAnswer.report(file, context)).onFailure(context::fail);
  }

  /** {@code GET /v1/circulation/audit/{period}/paper}. */
  public void paper(RoutingContext context) {
    read(context)
        .compose(file -> circulation
            .isRunning(file.period())
            .compose(isRunning -> press.draw(file, isRunning, context)))
        .onSuccess(drawn -> drawn.send(context))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/circulation/audit/{period}/tables/{table}}. */
  public void table(RoutingContext context) {
    String table = Asked.table(context);
    read(context)
        .map(file -> {
          ReportAnswer.csv(file, table, context);
          return file;
        })
        .onFailure(context::fail);
  }

  private Future<ReportFile> read(RoutingContext context) {
    Period period = Asked.period(context);
    return Measuring.of(look(context)
            .compose(kept -> circulation.report(period, Tier.AUDIT, Asked.edition(context))))
        .map(Measuring::orNotFound);
  }

  private Future<Void> look(RoutingContext context) {
    return looks.add(
        Caller.of(context).key().id(),
        clock.instant().getEpochSecond(),
        context.request().uri());
  }

  /** {@code GET /v1/circulation/audit/{period}/entries}. */
  public void entries(RoutingContext context) {
    Period period = Asked.period(context);
    Parameters parameters = Parameters.of(context);
    Line line = new Line(parameters.text("table"), Math.toIntExact(parameters.integer("row")));
    Page page = Page.asked(
        context.request().path() + "?table=" + line.table() + "&row=" + line.number(),
        context,
        directory.treeSize(),
        cursors);
    OptionalLong size =
        page.start().isPresent() ? OptionalLong.of(page.treeSize()) : OptionalLong.empty();
    int from = Math.toIntExact(page.start().orElse(0));
    Measuring.of(look(context)
            .compose(kept -> circulation.movements(period, size, line, from, page.limit())))
        .map(Measuring::orNotFound)
        .onSuccess(found -> context.json(json(found, line, page, context)))
        .onFailure(context::fail);
  }

  private JsonObject json(MovementPage found, Line line, Page page, RoutingContext context) {
    JsonObject json = new JsonObject()
        .put("treeSize", found.size())
        .put("table", line.table())
        .put("row", line.number())
        .put(
            "entries",
            new JsonArray(found.movements().stream().map(AuditHandlers::json).toList()));
    found
        .next()
        .ifPresent(next -> json.put(
            "next",
            new Page(page.question(), found.size(), page.start(), page.limit())
                .next(next, cursors, context)));
    return json;
  }

  private static JsonObject json(MovementPage.Booked booked) {
    JsonObject json = new JsonObject()
        .put("index", booked.index())
        .put("time", Instant.ofEpochMilli(booked.time()).toString())
        .put("from", booked.from().orElse(null))
        .put("to", booked.to().orElse(null))
        .put("amount", booked.amount())
        .put("kind", booked.kind().wireName())
        .put("refundOf", booked.refundOf().isPresent() ? booked.refundOf().getAsLong() : null);
    booked.part().ifPresent(part -> json.put("part", part));
    return json;
  }
}
