package org.omloop.server.http.closing;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.server.closings.Closing;
import org.omloop.server.closings.ClosingStore;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.closing.Report.Stretch;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;

/**
 * {@code POST /v1/accounts/{account}/closings}: ends a shop's day (docs/adr/0021). The same bytes again have the same
 * answer; of two tills at once, one closes and the other is told. Thread-safe.
 */
public final class ClosingDesk implements Handler<RoutingContext> {
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final InvalidPart FORM = InvalidPart.inBody(
      "",
      "malformed",
      "must be a compact JWS of type omloop-closing+jws over exactly account, first, ledger, number, root and size,"
          + " in canonical form, for this ledger and the account in the address; size must be above first");

  private final Directory directory;
  private final ClosingStore closings;
  private final JournalView view;
  private final ClosingHandlers handlers;
  private final Supplier<String> origin;
  private final Clock clock;

  ClosingDesk(
      Directory directory,
      ClosingStore closings,
      JournalView view,
      ClosingHandlers handlers,
      Supplier<String> origin,
      Clock clock) {
    this.directory = directory;
    this.closings = closings;
    this.view = view;
    this.handlers = handlers;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    BodyReader.read(context)
        .map(body -> checked(body, context.pathParam("account")))
        .compose(asked ->
            kept(asked).compose(isKept -> isKept ? repeat(asked, context) : close(asked, context)))
        .onFailure(context::fail);
  }

  private Closing checked(Buffer body, String account) {
    SignedClosing asked = SignedClosing.parse(body.toString(StandardCharsets.US_ASCII))
        .filter(each -> each.ledger().equals(origin.get()))
        .filter(each -> each.stretch().shop().value().equals(account))
        .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_REQUEST, FORM));
    Stretch stretch = asked.stretch();
    EnrolledKey key = directory
        .key(asked.signed().key())
        .filter(each ->
            each.stands(clock.instant().getEpochSecond()) && each.account().equals(stretch.shop()))
        .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SIGNER));
    if (!asked.signed().isSignedBy(key.key())) {
      throw Problem.of(ProblemType.WRONG_SIGNATURE);
    }
    if (!key.may(Right.PAY)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    return new Closing(
        stretch.shop(),
        stretch.number(),
        stretch.first(),
        stretch.size(),
        stretch.root(),
        key.id(),
        asked.signed().text(),
        clock.instant().getEpochSecond());
  }

  /** Tells whether these bytes closed already; fails when others did under that number. */
  private Future<Boolean> kept(Closing asked) {
    return Reading.of("ends of shops' days", closings.find(asked.shop(), asked.number()))
        .map(found -> {
          if (found.isPresent() && !found.get().jws().equals(asked.jws())) {
            throw Problem.of(ProblemType.CLOSING_CONFLICT);
          }
          return found.isPresent();
        });
  }

  private Future<Report> repeat(Closing asked, RoutingContext context) {
    return Reading.of("ends of shops' days", closings.find(asked.shop(), asked.number()))
        .map(found -> found.orElseThrow())
        .compose(kept -> answer(OK, kept, context));
  }

  private Future<Report> close(Closing asked, RoutingContext context) {
    return next(asked)
        .compose(next -> inJournal(asked))
        .compose(standing -> handlers.report(asked))
        .compose(report -> {
          if (report.tally().all().isNothing()) {
            throw Problem.of(ProblemType.NOTHING_TO_CLOSE);
          }
          return Reading.of("ends of shops' days", closings.add(asked));
        })
        .compose(isAdded -> isAdded
            ? answer(CREATED, asked, context)
            : kept(asked)
                .compose(isKept -> isKept
                    ? repeat(asked, context)
                    : Future.failedFuture(Problem.of(ProblemType.CLOSING_CONFLICT))));
  }

  /** A closing begins where the last one ended, whoever made that. */
  private Future<Void> next(Closing asked) {
    return Reading.of("ends of shops' days", closings.last(asked.shop())).map(last -> {
      boolean isNext = asked.number() == last.map(Closing::number).orElse(0L) + 1
          && asked.first() == last.map(Closing::size).orElse(0L);
      if (!isNext) {
        throw Problem.of(ProblemType.CLOSING_CONFLICT);
      }
      return null;
    });
  }

  private Future<Void> inJournal(Closing asked) {
    if (asked.size() > directory.treeSize()) {
      throw fault("/size", "must be at most the journal's");
    }
    return Reading.of(view.rootAt(asked.size())).map(root -> {
      if (!root.equals(asked.root())) {
        throw fault("/root", "must be the journal's root at that size");
      }
      return null;
    });
  }

  private static Problem fault(String pointer, String detail) {
    return Problem.of(
        ProblemType.MALFORMED_REQUEST, InvalidPart.inBody(pointer, "not-the-journals", detail));
  }

  private Future<Report> answer(int status, Closing closing, RoutingContext context) {
    return handlers.report(closing).onSuccess(report -> {
      context
          .response()
          .setStatusCode(status)
          .putHeader(
              HttpHeaders.LOCATION,
              "/v1/accounts/" + closing.shop() + "/closings/" + closing.number());
      context.json(ReportJson.of(closing, report));
    });
  }
}
