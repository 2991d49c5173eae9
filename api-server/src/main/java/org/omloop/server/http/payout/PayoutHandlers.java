package org.omloop.server.http.payout;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.bank.BankDays;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.view.Cursors;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Page;
import org.omloop.server.http.view.Reading;
import org.omloop.server.http.view.RedemptionState;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.BatchStore;
import org.omloop.server.payouts.OpenLines;
import org.omloop.server.payouts.Payees;
import org.omloop.server.payouts.Payout;
import org.omloop.server.payouts.Step;

/** What is to be paid out and what became of it, for the office and for whoever asked. Thread-safe. */
public final class PayoutHandlers {
  /** How many of their own somebody sees: more than a year's. */
  private static final int OWN = 50;

  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;
  private final Cursors cursors;
  private final BatchStore batches;
  private final CaseReading reading;
  private final Clock clock;

  public PayoutHandlers(
      Vertx vertx,
      Directory directory,
      JournalView view,
      Cursors cursors,
      BatchStore batches,
      Payees payees,
      OpenLines lines,
      Clock clock) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
    this.cursors = cursors;
    this.batches = batches;
    this.reading = new CaseReading(vertx, view, batches, payees, lines);
    this.clock = clock;
  }

  /** {@code GET /v1/payouts}. */
  public void list(RoutingContext context) {
    RedemptionState state = RedemptionState.named(Parameters.of(context).text("state"));
    String question = context.request().path() + "?state=" + state.wireName();
    Page page = Page.asked(question, context, directory.treeSize(), cursors);
    Reading.entries(
            vertx,
            view.redemptions(state, page.treeSize(), page.start().orElse(0), page.limit() + 1))
        .compose(entries -> {
          List<JournalEntry> shown = entries.subList(0, Math.min(page.limit(), entries.size()));
          return reading.ofEntries(shown).map(cases -> json(cases, entries, page, context));
        })
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private JsonObject json(
      List<Case> cases, List<JournalEntry> entries, Page page, RoutingContext context) {
    JsonArray payouts = new JsonArray();
    cases.forEach(each -> payouts.add(PayoutJson.of(each)));
    JsonObject json = new JsonObject().put("treeSize", page.treeSize()).put("payouts", payouts);
    if (cases.size() < entries.size()) {
      json.put("next", page.next(entries.get(cases.size()).index(), cursors, context));
    }
    return json;
  }

  /** {@code GET /v1/accounts/{account}/redemptions}: without names, as whoever asked knows them. */
  public void own(RoutingContext context) {
    AccountId account = new AccountId(context.pathParam("account"));
    Reading.entries(vertx, view.redemptions(account, OWN))
        .compose(reading::payouts)
        .compose(payouts -> inBatches(payouts).map(found -> json(payouts, found)))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private Future<Map<OrderId, Batch>> inBatches(List<Payout> payouts) {
    return Reading.of("payouts", batches.of(payouts.stream().map(Payout::order).toList()));
  }

  private JsonObject json(List<Payout> payouts, Map<OrderId, Batch> found) {
    JsonArray list = new JsonArray();
    payouts.forEach(each -> list.add(PayoutJson.ofOwn(
        each,
        Optional.ofNullable(found.get(each.order()))
            .flatMap(batch -> batch.step(Step.Kind.EXPORTED))
            .isPresent())));
    LocalDate today = LocalDate.ofInstant(clock.instant(), BankDays.ZONE);
    return new JsonObject()
        .put("earliestDate", BankDays.from(today.plusDays(1)).toString())
        .put("redemptions", list);
  }
}
