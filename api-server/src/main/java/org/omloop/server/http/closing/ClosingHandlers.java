package org.omloop.server.http.closing;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.order.Order;
import org.omloop.server.closings.Closing;
import org.omloop.server.closings.ClosingStore;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.closing.Report.Stretch;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;

/** The totals since the last closing (X), and the closings (Z), to be read. Thread-safe. */
public final class ClosingHandlers {
  private static final int COMMON_SCALE = 2;
  private static final int RETRY_SECONDS = 5;

  private final Directory directory;
  private final ClosingStore closings;
  private final ReportReader reports;

  ClosingHandlers(Directory directory, ClosingStore closings, ReportReader reports) {
    this.directory = directory;
    this.closings = closings;
    this.reports = reports;
  }

  /** {@code GET /v1/accounts/{account}/tally}: for a key that may not close, of its own sales alone. */
  public void tally(RoutingContext context) {
    AccountId shop = shop(context);
    EnrolledKey key = Caller.of(context).key();
    Reading.of("ends of shops' days", closings.last(shop))
        .map(last -> sinceThen(shop, last))
        .compose(stretch -> key.account().equals(shop) && !key.may(Right.PAY)
            ? reports.read(stretch, key.id())
            : reports.read(stretch))
        .onSuccess(report -> answer(report, Optional.empty(), context))
        .onFailure(context::fail);
  }

  /** The head is looked up after the last closing, so that it is never before its end. */
  private Stretch sinceThen(AccountId shop, Optional<Closing> last) {
    Checkpoint head = directory
        .checkpoint()
        .map(SignedCheckpoint::checkpoint)
        .orElseThrow(() -> Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS));
    return new Stretch(
        shop,
        last.map(Closing::number).orElse(0L) + 1,
        last.map(Closing::size).orElse(0L),
        head.size(),
        head.root());
  }

  /** {@code GET /v1/accounts/{account}/closings}. */
  public void closings(RoutingContext context) {
    Parameters parameters = Parameters.of(context);
    AccountId shop = shop(context);
    long before = parameters.optionalInteger("before").orElse(Long.MAX_VALUE);
    Reading.of(
            "ends of shops' days", closings.list(shop, before, (int) parameters.integer("limit")))
        .onSuccess(list -> context.json(new JsonObject()
            .put("account", shop.value())
            .put("closings", new JsonArray(list.stream().map(ReportJson::of).toList()))))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/closings/{number}}. */
  public void closing(RoutingContext context) {
    Reading.of(
            "ends of shops' days",
            closings.find(shop(context), Parameters.of(context).integer("number")))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .compose(closing ->
            report(closing).onSuccess(report -> answer(report, Optional.of(closing), context)))
        .onFailure(context::fail);
  }

  /** Adds up a closing's totals. */
  Future<Report> report(Closing closing) {
    return reports.read(new Stretch(
        closing.shop(), closing.number(), closing.first(), closing.size(), closing.root()));
  }

  private void answer(Report report, Optional<Closing> closing, RoutingContext context) {
    boolean csv = MediaTypes.best(Set.of("application/json", Csv.MEDIA_TYPE), context)
        .filter(Csv.MEDIA_TYPE::equals)
        .isPresent();
    if (!csv) {
      context.json(
          closing.map(each -> ReportJson.of(each, report)).orElseGet(() -> ReportJson.of(report)));
      return;
    }
    int scale = directory.genesis().map(Order.Genesis::scale).orElse(COMMON_SCALE);
    String name = closing.isPresent() ? "z" + report.stretch().number() : "x";
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, Csv.MEDIA_TYPE + "; charset=utf-8")
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"omloop-" + report.stretch().shop() + "-" + name + ".csv\"")
        .end(new ReportCsv(Language.of(context), scale).write(report, closing));
  }

  private AccountId shop(RoutingContext context) {
    AccountId shop = new AccountId(Parameters.of(context).text("account"));
    if (directory.account(shop).isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return shop;
  }
}
