package org.omloop.server.http.books;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.view.Cursors;
import org.omloop.server.http.view.Page;
import org.omloop.server.http.view.Reading;
import org.omloop.server.statements.StatementPeriod;

/** {@code GET /v1/books/journal}: one day's entries, of one kind or account if wished. Thread-safe. */
public final class JournalHandler implements Handler<RoutingContext> {
  private static final int ROWS_AT_ONCE = 1_000;

  /** What narrows the day down. */
  private record Asked(
      StatementPeriod day, Optional<String> kind, Optional<AccountId> account, long size) {}

  private final Vertx vertx;
  private final OfficeBooks books;
  private final Directory directory;
  private final Cursors cursors;

  public JournalHandler(Vertx vertx, OfficeBooks books, Directory directory, Cursors cursors) {
    this.vertx = vertx;
    this.books = books;
    this.directory = directory;
    this.cursors = cursors;
  }

  @Override
  public void handle(RoutingContext context) {
    Parameters parameters = Parameters.of(context);
    StatementPeriod day = AskedDays.day(parameters, directory);
    Optional<String> kind = parameters.optionalText("kind");
    Optional<String> account = parameters.optionalText("ofAccount");
    String question = context.request().path() + "?day=" + day.from()
        + kind.map(each -> "&kind=" + each).orElse("")
        + account.map(each -> "&ofAccount=" + each).orElse("");
    Page page = Page.asked(question, context, directory.treeSize(), cursors);
    Asked asked = new Asked(day, kind, account.map(AccountId::new), page.treeSize());
    boolean csv = MediaTypes.best(Set.of("application/json", Csv.MEDIA_TYPE), context)
        .filter(Csv.MEDIA_TYPE::equals)
        .isPresent();
    if (csv) {
      context
          .response()
          .setChunked(true)
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
          .putHeader(
              "Content-Disposition", "attachment; filename=\"journal-" + day.from() + ".csv\"");
      rows(asked, 0, Csv.BYTE_ORDER_MARK + header(), context).onFailure(context::fail);
    } else {
      read(asked, page.start().orElse(0), page.limit() + 1)
          .onSuccess(entries -> answer(page, day, entries, context))
          .onFailure(context::fail);
    }
  }

  private Future<List<JournalEntry>> read(Asked asked, long from, int limit) {
    return Reading.entries(
        vertx,
        books.leaves(
            asked.day().fromMicros(),
            asked.day().untilMicros(),
            asked.kind(),
            asked.account(),
            from,
            asked.size(),
            limit));
  }

  private void answer(
      Page page, StatementPeriod day, List<JournalEntry> entries, RoutingContext context) {
    List<JournalEntry> shown = entries.subList(0, Math.min(page.limit(), entries.size()));
    JsonObject json = new JsonObject()
        .put("day", day.from().toString())
        .put("treeSize", page.treeSize())
        .put("entries", new JsonArray(shown.stream().map(JournalHandler::json).toList()));
    if (shown.size() < entries.size()) {
      json.put("next", page.next(entries.get(shown.size()).index(), cursors, context));
    }
    context.json(json);
  }

  private static JsonObject json(JournalEntry entry) {
    return new JsonObject()
        .put("index", entry.index())
        .put("time", BookingText.time(entry.bookedAt()))
        .put("kind", entry.kind().wireName())
        .put("reason", entry.refusal().map(Refusal::wireName).orElse(null))
        .put("order", entry.order().id().toString())
        .put(
            "postings",
            new JsonArray(entry.postings().stream().map(JournalHandler::json).toList()));
  }

  private static JsonObject json(Posting posting) {
    return new JsonObject()
        .put("account", posting.account().value())
        .put("side", posting.side().wireName())
        .put("amount", posting.amount().minorUnits());
  }

  /** The whole day, piece by piece. */
  private Future<Void> rows(Asked asked, long from, String before, RoutingContext context) {
    return read(asked, from, ROWS_AT_ONCE).compose(entries -> {
      StringBuilder text = new StringBuilder(before);
      entries.forEach(each -> append(each, text));
      if (entries.size() < ROWS_AT_ONCE) {
        return context.response().end(text.toString());
      }
      long next = entries.get(entries.size() - 1).index() + 1;
      return context
          .response()
          .write(text.toString())
          .compose(written -> rows(asked, next, "", context));
    });
  }

  private static String header() {
    return Csv.row("index", "time", "kind", "reason", "order", "account", "debit", "credit");
  }

  private void append(JournalEntry entry, StringBuilder text) {
    if (entry.postings().isEmpty()) {
      text.append(row(entry, "", "", ""));
    }
    int scale = directory.genesis().map(Order.Genesis::scale).orElse(2);
    for (Posting each : entry.postings()) {
      String amount = Csv.decimal(each.amount().minorUnits(), scale);
      boolean debit = each.side() == Side.DEBIT;
      text.append(row(entry, each.account().value(), debit ? amount : "", debit ? "" : amount));
    }
  }

  private static String row(JournalEntry entry, String account, String debit, String credit) {
    return Csv.row(
        String.valueOf(entry.index()),
        BookingText.time(entry.bookedAt()),
        entry.kind().wireName(),
        entry.refusal().map(Refusal::wireName).orElse(""),
        entry.order().id().toString(),
        account,
        debit,
        credit);
  }
}
