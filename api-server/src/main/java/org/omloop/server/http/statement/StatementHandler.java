package org.omloop.server.http.statement;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Page;
import org.omloop.server.http.view.Reading;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;
import org.omloop.server.statements.Statement;
import org.omloop.server.statements.StatementForm;
import org.omloop.server.statements.StatementPeriod;

/** {@code GET /v1/accounts/{account}/statements}, read month by month. Thread-safe. */
public final class StatementHandler implements Handler<RoutingContext> {
  private static final int RETRY_SECONDS = 5;

  /** By then an entry that was booked has been committed. */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;
  private final MemberStore members;
  private final Clock clock;

  /**
   * Makes the handler.
   *
   * @param members says what accounts are called
   */
  public StatementHandler(
      Vertx vertx, Directory directory, JournalView view, MemberStore members, Clock clock) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
    this.members = members;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    Parameters parameters = Parameters.of(context);
    AccountId account = new AccountId(parameters.text("account"));
    if (directory.account(account).isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    StatementPeriod period = AskedPeriod.of(parameters);
    long size = Page.treeSize(parameters, directory.treeSize());
    StatementType type = StatementType.asked(context);
    Future<Long> opening = Reading.of(view.balanceBefore(account, period.fromMicros(), size));
    Future<Long> closing = Reading.of(view.balanceBefore(account, period.untilMicros(), size));
    Future<List<Member>> named =
        type.hasNames() ? Reading.of(members.all()) : Future.succeededFuture(List.of());
    Future<Boolean> over = isOver(period, size);
    Future.all(opening, closing, named, over)
        .compose(read -> write(
            new Statement(account, period, size, opening.result(), closing.result(), over.result()),
            type,
            named.result(),
            context))
        .onFailure(context::fail);
  }

  /** A later entry tells that the period is over; where none is known yet, the time does. */
  private Future<Boolean> isOver(StatementPeriod period, long size) {
    if (size < directory.treeSize()) {
      return Reading.of(view.leaf(size)).map(leaf -> leaf.map(LeafDecoder::decode).stream()
          .anyMatch(next -> next.bookedAt() >= period.untilMicros()));
    }
    Instant settled = clock.instant().minus(SETTLING);
    return Future.succeededFuture(
        ChronoUnit.MICROS.between(Instant.EPOCH, settled) >= period.untilMicros());
  }

  private Future<Void> write(
      Statement statement, StatementType type, List<Member> named, RoutingContext context) {
    Language language = Language.of(context);
    return vertx.executeBlocking(() -> form(type, named, language), false).compose(form -> {
      StatementWriter writer =
          new StatementWriter(vertx, context.response(), form, statement, type.fileName(statement));
      return writer
          .begin()
          .compose(begun -> months(statement, statement.period().months().iterator(), writer))
          .compose(written -> writer.end());
    });
  }

  private StatementForm form(StatementType type, List<Member> named, Language language) {
    Order.Genesis genesis = directory
        .genesis()
        .orElseThrow(() -> Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS));
    return StatementForms.of(type, genesis, named, language, clock.instant());
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
