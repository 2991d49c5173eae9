package org.omloop.server.http.view;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.events.Parties;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.sequencer.Outcome;

/** Single entries, for those who are party to them. Thread-safe. */
public final class EntryHandlers {
  private static final String JSON = "application/json";

  private final JournalView view;
  private final Parties parties;

  public EntryHandlers(JournalView view, Parties parties) {
    this.view = view;
    this.parties = parties;
  }

  /** {@code GET /v1/entries/{index}}. */
  public void entry(RoutingContext context) {
    find(Parameters.of(context).integer("index"), context)
        .onSuccess(entry -> context.json(EntryJson.of(entry)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/entries/{index}/receipt}. */
  public void receipt(RoutingContext context) {
    find(Parameters.of(context).integer("index"), context)
        .compose(entry -> Reading.of(view.receipt(entry.index())))
        .onSuccess(receipt -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
            .end(BookingText.receipt(receipt)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/orders/{order}}. */
  public void order(RoutingContext context) {
    OrderId order = OrderId.parse(Parameters.of(context).text("order"));
    Reading.of(view.indexOf(order))
        .compose(index -> find(orNotFound(index), context))
        .compose(entry -> Reading.of(view.receipt(entry.index()))
            .map(receipt -> new Outcome.Booked(entry, receipt, true)))
        .onSuccess(booked -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
            .end(BookingText.booking(booked)))
        .onFailure(context::fail);
  }

  private Future<JournalEntry> find(long index, RoutingContext context) {
    return Reading.of(view.leaf(index))
        .map(leaf -> LeafDecoder.decode(orNotFound(leaf)))
        .map(entry -> {
          if (!Caller.of(context).mayRead(parties.of(entry))) {
            throw Problem.of(ProblemType.NOT_FOUND);
          }
          return entry;
        });
  }

  private static <T> T orNotFound(Optional<T> found) {
    return found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
