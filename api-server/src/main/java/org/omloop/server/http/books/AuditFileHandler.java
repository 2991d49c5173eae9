package org.omloop.server.http.books;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Year;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.view.Reading;

/** {@code GET /v1/books/audit-file}: the XML Auditfile Financieel of a year. Thread-safe. */
public final class AuditFileHandler implements Handler<RoutingContext> {
  private final Vertx vertx;
  private final OfficeBooks books;
  private final Directory directory;

  public AuditFileHandler(Vertx vertx, OfficeBooks books, Directory directory) {
    this.vertx = vertx;
    this.books = books;
    this.directory = directory;
  }

  @Override
  public void handle(RoutingContext context) {
    Year year = Parameters.of(context)
        .optionalText("year")
        .map(Year::parse)
        .orElseGet(() -> Year.from(AskedDays.lastDay(directory)));
    Reading.of(books.auditFile(year))
        .onSuccess(file -> send(file, year, context))
        .onFailure(context::fail);
  }

  private void send(Path file, Year year, RoutingContext context) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/xml")
        .putHeader(
            "Content-Disposition", "attachment; filename=\"xaf-4.0-unconfirmed-" + year + ".xml\"")
        .sendFile(file.toString())
        .onComplete(sent -> vertx.fileSystem().delete(file.toString()));
  }
}
