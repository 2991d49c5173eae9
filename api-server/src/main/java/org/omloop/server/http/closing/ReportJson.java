package org.omloop.server.http.closing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.closings.Closing;
import org.omloop.server.closings.Totals;

/** Reports and closings in JSON, as the contract's {@code Tally} and {@code Closing}. */
final class ReportJson {
  private ReportJson() {}

  static JsonObject of(Report report) {
    Report.Stretch stretch = report.stretch();
    JsonObject json = new JsonObject()
        .put("account", stretch.shop().value())
        .put("number", stretch.number())
        .put("first", stretch.first())
        .put("treeSize", stretch.size())
        .put("root", stretch.root().toString());
    report.only().ifPresent(key -> json.put("cashier", cashier(key, report)));
    json.mergeIn(of(report.tally().all()))
        .put("byCashier", byCashier(report))
        .put("byChannel", byChannel(report));
    report.balances().ifPresent(balances -> json.put("opening", balances.opening())
        .put("other", balances.other(report.tally()))
        .put("closing", balances.closing()));
    return json;
  }

  static JsonObject of(Closing closing, Report report) {
    return of(closing).put("tally", of(report)).put("jws", closing.jws());
  }

  /** The closing without its totals. */
  static JsonObject of(Closing closing) {
    return new JsonObject()
        .put("account", closing.shop().value())
        .put("number", closing.number())
        .put("closedAt", Instant.ofEpochSecond(closing.closedAt()).toString())
        .put("first", closing.first())
        .put("treeSize", closing.size())
        .put("root", closing.root().toString())
        .put("signer", closing.signer().text());
  }

  static JsonObject of(Totals totals) {
    return new JsonObject()
        .put("gross", totals.gross())
        .put("refunds", totals.refunds())
        .put("net", totals.net())
        .put("contributions", totals.contributions())
        .put("paymentCount", totals.paymentCount())
        .put("refundCount", totals.refundCount());
  }

  static JsonObject cashier(KeyId key, Report report) {
    return new JsonObject()
        .put("key", key.text())
        .put("label", report.cashiers().label(key));
  }

  private static JsonArray byCashier(Report report) {
    JsonArray list = new JsonArray();
    report
        .tally()
        .byCashier()
        .forEach((key, totals) ->
            list.add(new JsonObject().put("cashier", cashier(key, report)).mergeIn(of(totals))));
    Totals rest = report.tally().withoutCashier();
    return rest.isNothing() ? list : list.add(of(rest));
  }

  private static JsonArray byChannel(Report report) {
    JsonArray list = new JsonArray();
    report
        .tally()
        .byChannel()
        .forEach((channel, totals) ->
            list.add(new JsonObject().put("channel", channel.wireName()).mergeIn(of(totals))));
    return list;
  }
}
