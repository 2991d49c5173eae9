package org.omloop.server.http.statement;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.omloop.ledger.journal.JournalEntry;

/**
 * Writes one statement to a response as it is read, no faster than the caller takes it. Confined to the request's event
 * loop.
 */
final class StatementWriter {
  private final HttpServerResponse response;
  private final StatementForm form;
  private final Statement statement;
  private Statement.Totals totals;

  StatementWriter(HttpServerResponse response, StatementForm form, Statement statement) {
    this.response = response;
    this.form = form;
    this.statement = statement;
    this.totals = statement.totalsBefore();
  }

  Future<Void> begin() {
    return response.setChunked(true).write(form.begin(statement));
  }

  Future<Void> write(List<JournalEntry> entries) {
    StringBuilder text = new StringBuilder();
    for (JournalEntry entry : entries) {
      StatementLine.of(entry, statement.account(), totals.closing()).ifPresent(line -> {
        totals = totals.plus(line);
        text.append(form.line(line));
      });
    }
    return text.isEmpty() ? Future.succeededFuture() : response.write(text.toString());
  }

  Future<Void> end() {
    return response.end(form.end(totals));
  }
}
