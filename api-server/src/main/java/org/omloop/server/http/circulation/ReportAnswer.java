package org.omloop.server.http.circulation;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.web.KnownTag;

/** Hands out a report or one of its tables, unless the caller has it already. */
final class ReportAnswer {
  /** What a table's file is. */
  static final String CSV = "text/csv; charset=utf-8; header=present";

  private static final int NOT_MODIFIED = 304;

  private ReportAnswer() {}

  static void report(ReportFile file, RoutingContext context) {
    send("\"" + file.sha256() + "\"", "application/json", file.bytes(), context);
  }

  static void csv(ReportFile file, String table, RoutingContext context) {
    String text = Measuring.orNotFound(file.csv(table));
    context
        .response()
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"omloop-" + Asked.period(context) + "-" + table + ".csv\"");
    send(tag(file, table), CSV, Buffer.buffer(text), context);
  }

  static String tag(ReportFile file, String part) {
    return "\"" + file.sha256() + "-" + part + "\"";
  }

  static void send(String tag, String type, Buffer body, RoutingContext context) {
    HttpServerResponse response = context.response().putHeader(HttpHeaders.ETAG, tag);
    if (KnownTag.isNamed(tag, context)) {
      response.setStatusCode(NOT_MODIFIED).end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(body);
    }
  }
}
