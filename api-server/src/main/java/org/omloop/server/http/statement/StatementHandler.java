package org.omloop.server.http.statement;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Iterator;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Page;
import org.omloop.server.http.view.Reading;

/** {@code GET /v1/accounts/{account}/statements}, read month by month. Thread-safe. */
public final class StatementHandler implements Handler<RoutingContext> {
  private static final String CSV = "text/csv";
  private static final int COMMON_SCALE = 2;

  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;

  public StatementHandler(Vertx vertx, Directory directory, JournalView view) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
  }

  @Override
  public void handle(RoutingContext context) {
    Parameters parameters = Parameters.of(context);
    AccountId account = new AccountId(parameters.text("account"));
    if (directory.account(account).isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    StatementPeriod period = StatementPeriod.asked(parameters);
    long size = Page.treeSize(parameters, directory.treeSize());
    StatementForm form = form(context);
    Reading.of(view.balanceBefore(account, period.fromMicros(), size))
        .map(opening -> new Statement(account, period, size, opening))
        .compose(statement -> write(statement, form, context))
        .onFailure(context::fail);
  }

  private StatementForm form(RoutingContext context) {
    boolean csv = MediaTypes.best(Set.of("application/json", CSV), context)
        .filter(CSV::equals)
        .isPresent();
    int scale = directory.genesis().map(Order.Genesis::scale).orElse(COMMON_SCALE);
    return csv ? new CsvStatement(Language.of(context), scale) : new JsonStatement();
  }

  private Future<Void> write(Statement statement, StatementForm form, RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType());
    if (form instanceof CsvStatement) {
      context
          .response()
          .putHeader("Content-Disposition", "attachment; filename=\"" + name(statement) + "\"");
    }
    StatementWriter writer = new StatementWriter(context.response(), form, statement);
    return writer
        .begin()
        .compose(begun -> months(statement, statement.period().months().iterator(), writer))
        .compose(written -> writer.end());
  }

  private static String name(Statement statement) {
    return "omloop-" + statement.account() + "-" + statement.period().from() + "-"
        + statement.period().until() + ".csv";
  }

  private Future<Void> months(
      Statement statement, Iterator<StatementPeriod> left, StatementWriter writer) {
    if (!left.hasNext()) {
      return Future.succeededFuture();
    }
    StatementPeriod month = left.next();
    return Reading.entries(
            vertx,
            view.leavesOf(
                statement.account(), month.fromMicros(), month.untilMicros(), statement.treeSize()))
        .compose(writer::write)
        .compose(written -> months(statement, left, writer));
  }
}
