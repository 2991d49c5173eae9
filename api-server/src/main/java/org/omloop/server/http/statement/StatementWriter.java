package org.omloop.server.http.statement;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.Callable;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.statements.Statement;
import org.omloop.server.statements.StatementFold;
import org.omloop.server.statements.StatementForm;

/**
 * Writes one statement to a response as it is read, no faster than the caller takes it. The pieces are made one after the
 * other, away from the event loop.
 */
final class StatementWriter {
  private final Vertx vertx;
  private final HttpServerResponse response;
  private final StatementForm form;
  private final String fileName;

  /** Owned by the piece that is being made. */
  private final StatementFold fold;

  /**
   * Makes a writer.
   *
   * @param fileName what it is to be saved as; empty where it is not
   */
  StatementWriter(
      Vertx vertx,
      HttpServerResponse response,
      StatementForm form,
      Statement statement,
      String fileName) {
    this.vertx = vertx;
    this.response = response;
    this.form = form;
    this.fileName = fileName;
    this.fold = new StatementFold(statement, form);
  }

  Future<Void> begin() {
    return made(fold::begin).compose(this::send);
  }

  Future<Void> write(List<JournalEntry> entries) {
    return made(() -> fold.add(entries).orElseThrow(this::tooLong)).compose(this::send);
  }

  /** Ends it; what does not tie is cut off. */
  Future<Void> end() {
    return made(fold::end).compose(bytes -> headed().end(Buffer.buffer(bytes)));
  }

  private Future<byte[]> made(Callable<byte[]> piece) {
    return vertx.executeBlocking(piece, false);
  }

  private Problem tooLong() {
    return Problem.of(
        ProblemType.MALFORMED_REQUEST,
        InvalidPart.inQuery(
            "until",
            "too-long",
            "must be earlier: " + form.mediaType() + " has room for " + form.mostLines()
                + " lines"));
  }

  private Future<Void> send(byte[] bytes) {
    return bytes.length == 0 ? Future.succeededFuture() : headed().write(Buffer.buffer(bytes));
  }

  /** The head goes with the first bytes, so that what fails before them can still be answered with a problem. */
  private HttpServerResponse headed() {
    if (!response.headWritten()) {
      response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType());
      if (!fileName.isEmpty()) {
        response.putHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
      }
    }
    return response;
  }
}
