package org.omloop.server.http.closing;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.closings.Cashiers;
import org.omloop.server.closings.Sale;
import org.omloop.server.closings.Totals;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Page;
import org.omloop.server.http.view.Reading;

/** {@code GET /v1/accounts/{account}/sales}: a day as the shop's own clock has it. Thread-safe. */
public final class SaleHandler implements Handler<RoutingContext> {
  private static final Duration LONGEST = Duration.ofDays(2);
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;

  SaleHandler(Vertx vertx, Directory directory, JournalView view) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
  }

  @Override
  public void handle(RoutingContext context) {
    Parameters parameters = Parameters.of(context);
    AccountId shop = new AccountId(parameters.text("account"));
    if (directory.account(shop).isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    Instant since = moment("since", parameters);
    Instant before = moment("before", parameters);
    if (!since.isBefore(before) || Duration.between(since, before).compareTo(LONGEST) > 0) {
      throw fault("before", "must be after since, by at most " + LONGEST.toDays() + " days");
    }
    long size = Page.treeSize(parameters, directory.treeSize());
    Cashiers cashiers = Cashiers.of(shop, directory.keys());
    Reading.entries(vertx, view.leavesOf(shop, micros(since), micros(before), size))
        .map(entries -> entries.stream()
            .map(entry -> Sale.of(entry, shop, cashiers))
            .flatMap(Optional::stream)
            .toList())
        .compose(sales -> refunded(shop, sales, size)
            .onSuccess(refunded -> context.json(json(shop, size, sales, refunded, cashiers))))
        .onFailure(context::fail);
  }

  private Future<Map<OrderId, Long>> refunded(AccountId shop, List<Sale> sales, long size) {
    List<OrderId> orders = sales.stream()
        .filter(sale -> !sale.isRefund())
        .map(sale -> sale.entry().order().id())
        .toList();
    return Reading.of(view.refunded(shop, orders, size));
  }

  private static JsonObject json(
      AccountId shop, long size, List<Sale> sales, Map<OrderId, Long> refunded, Cashiers cashiers) {
    Totals totals = sales.stream().reduce(Totals.NONE, Totals::plus, (one, other) -> other);
    return new JsonObject()
        .put("account", shop.value())
        .put("treeSize", size)
        .put("totals", ReportJson.of(totals))
        .put(
            "sales",
            new JsonArray(
                sales.stream().map(sale -> json(sale, refunded, cashiers)).toList()));
  }

  private static JsonObject json(Sale sale, Map<OrderId, Long> refunded, Cashiers cashiers) {
    OrderId order = sale.entry().order().id();
    JsonObject json = new JsonObject()
        .put("index", sale.entry().index())
        .put("bookedAt", BookingText.time(sale.entry().bookedAt()))
        .put("kind", sale.entry().kind().wireName())
        .put("order", order.toString())
        .put("amount", sale.amount())
        .put("customer", sale.customer().value())
        .put("channel", sale.channel().wireName());
    sale.original().ifPresent(original -> json.put("original", original.toString()));
    sale.cashier()
        .ifPresent(key -> json.put(
            "cashier", new JsonObject().put("key", key.text()).put("label", cashiers.label(key))));
    if (!sale.reference().isEmpty()) {
      json.put("reference", sale.reference());
    }
    Long given = refunded.get(order);
    return given == null ? json : json.put("refunded", given);
  }

  private static Instant moment(String name, Parameters parameters) {
    try {
      return Instant.parse(parameters.text(name));
    } catch (DateTimeException e) {
      throw fault(name, "must be a moment in UTC such as 2026-11-24T23:00:00Z");
    }
  }

  private static Problem fault(String name, String detail) {
    return Problem.of(ProblemType.MALFORMED_REQUEST, InvalidPart.inQuery(name, "period", detail));
  }

  private static long micros(Instant moment) {
    return moment.getEpochSecond() * MICROS_PER_SECOND + moment.getNano() / 1_000;
  }
}
