package org.omloop.server.http.view;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.omloop.ledger.Earmarked;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** An account as it stands, and what happened to it. Thread-safe. */
public final class AccountHandlers {
  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;
  private final Cursors cursors;

  public AccountHandlers(Vertx vertx, Directory directory, JournalView view, Cursors cursors) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
    this.cursors = cursors;
  }

  /** {@code GET /v1/accounts/{account}}. */
  public void account(RoutingContext context) {
    long treeSize = directory.treeSize(); // before the account, which may be newer and not older
    Account account = inPath(context, directory);
    context.json(new JsonObject()
        .put("account", account.id().value())
        .put("type", account.type().wireName())
        .put("role", account.classification().role().wireName())
        .put("sector", account.classification().sector())
        .put("area", account.classification().area())
        .put("level", account.level())
        .put("status", account.status().wireName())
        .put("balance", account.balance().minorUnits())
        .put("held", account.held())
        .put("limit", account.limit())
        .put("available", account.available())
        .put(
            "earmarked",
            new JsonArray(directory.earmarked(account.id()).stream()
                .map(AccountHandlers::json)
                .toList()))
        .put("treeSize", treeSize));
  }

  private static JsonObject json(Earmarked earmarked) {
    Order.Programme terms = earmarked.terms();
    JsonObject json = new JsonObject()
        .put("from", terms.from().value())
        .put("programme", terms.programme())
        .put("amount", earmarked.amount().minorUnits())
        .put("areas", new JsonArray(terms.areas()))
        .put("sectors", new JsonArray(terms.sectors()));
    terms
        .spendUntil()
        .ifPresent(until -> json.put("until", Instant.ofEpochSecond(until).toString()));
    return json;
  }

  /** {@code GET /v1/accounts/{account}/balance}. */
  public void balance(RoutingContext context) {
    long treeSize = directory.treeSize();
    Account account = inPath(context, directory);
    context.json(new JsonObject()
        .put("account", account.id().value())
        .put("balance", account.balance().minorUnits())
        .put("held", account.held())
        .put("available", account.available())
        .put("treeSize", treeSize));
  }

  /** {@code GET /v1/accounts/{account}/entries}. */
  public void entries(RoutingContext context) {
    AccountId account = inPath(context, directory).id();
    Page page = Page.asked(context.request().path(), context, directory.treeSize(), cursors);
    long before = page.start().orElse(page.treeSize());
    Reading.entries(vertx, view.leavesOf(account, before, page.limit() + 1))
        .compose(entries -> Reading.of(view.refunded(account, orders(entries), page.treeSize()))
            .onSuccess(refunded -> answer(account, page, entries, refunded, context)))
        .onFailure(context::fail);
  }

  private static List<OrderId> orders(List<JournalEntry> entries) {
    return entries.stream().map(entry -> entry.order().id()).toList();
  }

  private static JsonObject json(JournalEntry entry, Map<OrderId, Long> refunded) {
    JsonObject json = EntryJson.of(entry);
    Long amount = refunded.get(entry.order().id());
    return amount == null ? json : json.put("refunded", amount);
  }

  private void answer(
      AccountId account,
      Page page,
      List<JournalEntry> entries,
      Map<OrderId, Long> refunded,
      RoutingContext context) {
    List<JournalEntry> shown = entries.subList(0, Math.min(page.limit(), entries.size()));
    JsonObject json = new JsonObject()
        .put("account", account.value())
        .put("treeSize", page.treeSize())
        .put(
            "entries",
            new JsonArray(shown.stream().map(entry -> json(entry, refunded)).toList()));
    if (shown.size() < entries.size()) {
      json.put("next", page.next(shown.get(shown.size() - 1).index(), cursors, context));
    }
    context.json(json);
  }

  /** Returns the account in the address; a caller who may read it and does not find it is told so. */
  static Account inPath(RoutingContext context, Directory directory) {
    return directory
        .account(new AccountId(context.pathParam("account")))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
