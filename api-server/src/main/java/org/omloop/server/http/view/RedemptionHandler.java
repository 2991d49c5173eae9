package org.omloop.server.http.view;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.order.BookingText;

/** {@code GET /v1/redemptions}: the office's list, oldest first. Thread-safe. */
public final class RedemptionHandler implements Handler<RoutingContext> {
  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;
  private final Cursors cursors;

  public RedemptionHandler(Vertx vertx, Directory directory, JournalView view, Cursors cursors) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
    this.cursors = cursors;
  }

  @Override
  public void handle(RoutingContext context) {
    RedemptionState state = RedemptionState.named(Parameters.of(context).text("state"));
    String question = context.request().path() + "?state=" + state.wireName();
    Page page = Page.asked(question, context, directory.treeSize(), cursors);
    Reading.entries(
            vertx,
            view.redemptions(state, page.treeSize(), page.start().orElse(0), page.limit() + 1))
        .onSuccess(entries -> answer(state, page, entries, context))
        .onFailure(context::fail);
  }

  private void answer(
      RedemptionState state, Page page, List<JournalEntry> entries, RoutingContext context) {
    List<JournalEntry> shown = entries.subList(0, Math.min(page.limit(), entries.size()));
    JsonObject json = new JsonObject()
        .put("treeSize", page.treeSize())
        .put(
            "redemptions",
            new JsonArray(shown.stream().map(entry -> json(state, entry)).toList()));
    if (shown.size() < entries.size()) {
      json.put("next", page.next(entries.get(shown.size()).index(), cursors, context));
    }
    context.json(json);
  }

  private static JsonObject json(RedemptionState state, JournalEntry entry) {
    Order.Redeem redeem = (Order.Redeem) entry.order().order();
    long payout = entry.postings().stream()
        .filter(each -> each.account().equals(Ledger.TRANSIT) && each.side() == Side.CREDIT)
        .map(Posting::amount)
        .mapToLong(amount -> amount.minorUnits())
        .sum();
    JsonObject json = new JsonObject()
        .put("order", entry.order().id().toString())
        .put("index", entry.index())
        .put("requestedAt", BookingText.time(entry.bookedAt()))
        .put("account", redeem.from().value())
        .put("amount", redeem.amount().minorUnits())
        .put("fee", redeem.amount().minorUnits() - payout)
        .put("payout", payout)
        .put("purpose", redeem.purpose().wireName())
        .put("ibanHash", redeem.ibanHash())
        .put("state", state.wireName());
    redeem.sector().ifPresent(sector -> json.put("sector", sector));
    return json;
  }
}
