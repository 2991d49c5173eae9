package org.omloop.server.http.bank;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.omloop.server.bank.BankDays;
import org.omloop.server.bank.BankDesk;
import org.omloop.server.bank.BankFile;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.Checked;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.bank.RefusedFile;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;

/** The office's bank list: files in, statements and lines out. Thread-safe. */
public final class BankHandlers {
  private final BankDesk desk;
  private final BankStore store;
  private final Clock clock;

  public BankHandlers(BankDesk desk, BankStore store, Clock clock) {
    this.desk = desk;
    this.store = store;
    this.clock = clock;
  }

  /** {@code POST /v1/bank/statements}. */
  public void take(RoutingContext context) {
    Caller caller = Caller.of(context);
    if (!caller.isOffice()) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    BodyReader.readFile(context, BankFile.MOST_BYTES)
        .compose(file ->
            desk.take(file.getBytes(), caller.key().id().text()).recover(BankHandlers::refused))
        .onSuccess(taken -> context.json(BankJson.outcome(taken)))
        .onFailure(context::fail);
  }

  /** A file that is wrong is a wrong request; whatever else goes wrong says nothing about the file. */
  private static Future<BankDesk.Outcome> refused(Throwable cause) {
    if (!(cause instanceof RefusedFile refused)) {
      return Reading.of(Future.failedFuture(cause));
    }
    Checked why = refused.why();
    return Future.failedFuture(Problem.of(
        ProblemType.BANK_FILE_REFUSED,
        InvalidPart.inBody("/" + why.check(), why.reason(), why.facts())));
  }

  /** {@code GET /v1/bank/statements}. */
  public void statements(RoutingContext context) {
    long skip = Parameters.of(context).integer("skip");
    list(
        "statements",
        Reading.of("the bank's lines", store.countStatements()),
        Reading.of("the bank's lines", store.statements(skip)),
        BankJson::statement,
        context);
  }

  /** {@code GET /v1/bank/lines}. */
  public void lines(RoutingContext context) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), BankDays.ZONE);
    KeptLine.State state =
        KeptLine.State.named(Parameters.of(context).text("lineState")).orElseThrow();
    boolean isOffice = Caller.of(context).isOffice();
    long skip = Parameters.of(context).integer("skip");
    list(
        "lines",
        Reading.of("the bank's lines", store.count(state)),
        Reading.of("the bank's lines", store.lines(state, skip, BankStore.MOST)),
        line -> BankJson.line(line, today, isOffice),
        context);
  }

  /** How many there are, and those that are shown. */
  private static <T> void list(
      String name,
      Future<Long> count,
      Future<List<T>> shown,
      Function<T, JsonObject> json,
      RoutingContext context) {
    Future.all(count, shown)
        .onSuccess(read -> context.json(new JsonObject()
            .put("count", count.result())
            .put(name, new JsonArray(shown.result().stream().map(json).toList()))))
        .onFailure(context::fail);
  }
}
