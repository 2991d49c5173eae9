package org.omloop.server.http.books;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.server.books.Audit;
import org.omloop.server.books.AuditResult;
import org.omloop.server.books.Reserve;
import org.omloop.server.books.ReserveDay;
import org.omloop.server.books.StoredFacts.BankLineFact;

/** The audit checks and the reserve, as the last audit found them. Thread-safe. */
public final class BooksHandlers {
  private static final int BASIS_POINTS = 10_000;

  private final OfficeBooks books;

  public BooksHandlers(OfficeBooks books) {
    this.books = books;
  }

  /** {@code GET /v1/books/checks}. */
  public void checks(RoutingContext context) {
    OfficeBooks.State state = books.audit();
    JsonArray checks = new JsonArray();
    state.made().ifPresent(audit -> audit.results().forEach(each -> checks.add(json(each))));
    context.json(json(state).put("checks", checks));
  }

  private static JsonObject json(OfficeBooks.State state) {
    return new JsonObject()
        .put("treeSize", state.made().map(Audit::size).orElse(null))
        .put("madeAt", state.made().map(any -> state.madeAt().toString()).orElse(null))
        .put("isRunning", state.isRunning())
        .put("done", state.done())
        .put("isUnreadable", state.trouble());
  }

  private static JsonObject json(AuditResult result) {
    return new JsonObject()
        .put("id", result.check().name())
        .put("claim", json(result.check().claim()))
        .put("result", result.verdict().wireName())
        .put(
            "differences",
            new JsonArray(result.differences().stream().map(BooksHandlers::json).toList()))
        .put(
            "evidence",
            new JsonArray(result.evidence().stream().map(BooksHandlers::json).toList()));
  }

  private static JsonObject json(Text text) {
    return new JsonObject().put("nl", text.nl()).put("en", text.en());
  }

  /** {@code GET /v1/books/reserve}. */
  public void reserve(RoutingContext context) {
    OfficeBooks.State state = books.audit();
    Optional<Reserve> reserve = state.made().map(Audit::reserve);
    JsonArray days = new JsonArray();
    JsonArray unmatched = new JsonArray();
    reserve.ifPresent(each -> {
      each.days().forEach(day -> days.add(json(day)));
      each.unmatched().forEach(line -> unmatched.add(json(line)));
    });
    context.json(json(state)
        .put("now", reserve.flatMap(Reserve::now).map(BooksHandlers::json).orElse(null))
        .put("days", days)
        .put("unmatched", unmatched));
  }

  private static JsonObject json(ReserveDay day) {
    Map<AccountType, Long> balances = day.balances();
    return new JsonObject()
        .put("statement", day.statement())
        .put("day", day.day().toString())
        .put("bank", day.bank())
        .put("underWay", day.underWay())
        .put("unmatched", day.unmatched())
        .put("own", day.own())
        .put("outstanding", day.outstanding())
        .put("members", balances.getOrDefault(AccountType.HOLDER, 0L))
        .put("programmes", balances.getOrDefault(AccountType.TREASURY, 0L))
        .put("fund", balances.getOrDefault(AccountType.FUND, 0L))
        .put("transit", balances.getOrDefault(AccountType.TRANSIT, 0L))
        .put("fees", balances.getOrDefault(AccountType.FEES, 0L))
        .put("difference", day.difference());
  }

  private static JsonObject json(BankLineFact line) {
    return new JsonObject()
        .put("key", line.key())
        .put("statement", line.statement())
        .put("day", line.bookedOn().toString())
        .put("amount", line.amount());
  }

  /** {@code GET /v1/books/cover}: for everybody, so it begins no audit. */
  public void cover(RoutingContext context) {
    Optional<ReserveDay> now =
        books.lastAudit().made().flatMap(audit -> audit.reserve().now());
    context.json(new JsonObject()
        .put("day", now.map(each -> each.day().toString()).orElse(null))
        .put("bank", now.map(ReserveDay::bank).orElse(null))
        .put("outstanding", now.map(ReserveDay::outstanding).orElse(null))
        .put("coverBasisPoints", now.flatMap(BooksHandlers::basisPoints).orElse(null))
        .put("closes", now.map(each -> each.difference() == 0).orElse(null)));
  }

  /** What is there or surely on its way, for what is outstanding; rounded down. */
  private static Optional<Long> basisPoints(ReserveDay day) {
    return day.outstanding() == 0
        ? Optional.empty()
        : Optional.of(
            (day.bank() + day.underWay() - day.unmatched()) * BASIS_POINTS / day.outstanding());
  }
}
