package org.omloop.server.http.closing;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Supplier;
import org.omloop.server.closings.ClosingStore;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.view.JournalView;

/**
 * Everything a shop asks of its day. Thread-safe.
 *
 * @param sales lists them
 * @param closings reads totals and closings
 * @param desk closes
 */
public record ShopDay(SaleHandler sales, ClosingHandlers closings, ClosingDesk desk) {
  /**
   * Makes the handlers.
   *
   * @param origin the ledger's, which closings must name
   */
  public static ShopDay of(
      Vertx vertx,
      Directory directory,
      JournalView view,
      ClosingStore store,
      Supplier<String> origin,
      Clock clock) {
    ClosingHandlers closings =
        new ClosingHandlers(directory, store, new ReportReader(vertx, directory, view));
    return new ShopDay(
        new SaleHandler(vertx, directory, view),
        closings,
        new ClosingDesk(directory, store, view, closings, origin, clock));
  }
}
