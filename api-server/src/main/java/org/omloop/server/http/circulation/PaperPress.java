package org.omloop.server.http.circulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.order.Order;
import org.omloop.server.areas.Areas;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.council.CouncilPaper;
import org.omloop.server.council.PaperWords;
import org.omloop.server.council.Source;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.OwnAddress;
import org.omloop.server.web.KnownTag;

/**
 * Draws reports as PDF, as everybody may ask for one and each takes some tenths of a second: see {@link DrawnPapers}.
 * Thread-safe.
 */
public final class PaperPress {
  private static final String PDF = "application/pdf";

  private final DrawnPapers papers;
  private final Directory directory;

  /** What areas are called, by code. */
  private final Map<String, String> areas;

  public PaperPress(Vertx vertx, Directory directory, Areas areas) {
    this.papers = new DrawnPapers(vertx);
    this.directory = directory;
    this.areas = areas.names();
  }

  /** A paper on its way to the caller; without bytes where the caller has it already. */
  record Drawn(String name, String tag, Buffer bytes) {
    void send(RoutingContext context) {
      context.response().putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
      ReportAnswer.send(tag, PDF, bytes, context);
    }
  }

  /** Draws a report in the language that is asked for. Nothing is said to the caller yet: it may fail. */
  Future<Drawn> draw(ReportFile file, boolean isRunning, RoutingContext context) {
    PaperWords words = PaperWords.in(Parameters.of(context).text("language")).orElseThrow();
    Source source = new Source(
        Optional.of(OwnAddress.of(context)),
        directory.genesis().map(Order.Genesis::logKey),
        isRunning);
    String tag = ReportAnswer.tag(
        file, "paper-" + words.language() + names() + (isRunning ? "-running" : ""));
    boolean isThere = KnownTag.isNamed(tag, context);
    return (isThere ? Future.succeededFuture(Buffer.buffer()) : paper(file, words, source))
        .map(bytes -> new Drawn(CouncilPaper.fileName(file.period(), words), tag, bytes));
  }

  /** Other names make another paper, for who kept one from before the server began. */
  private String names() {
    return areas.isEmpty() ? "" : "-" + Integer.toHexString(areas.hashCode());
  }

  private Future<Buffer> paper(ReportFile file, PaperWords words, Source source) {
    String name = file.sha256() + " " + words.language() + " " + source;
    return papers.find(name, () -> Buffer.buffer(CouncilPaper.draw(file, words, source, areas)));
  }
}
