package org.omloop.server.http.identity;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.http.view.Reading;
import org.omloop.server.identity.Applications;
import org.omloop.server.retention.Due;
import org.omloop.server.retention.Ended;
import org.omloop.server.retention.Retention;
import org.omloop.server.signed.SignedText;

/** {@code GET /v1/retention}: what will be ended in the month to come, and what was. Thread-safe. */
public final class RetentionHandler implements Handler<RoutingContext> {
  private static final int RUNS = 12;
  private static final int ACCOUNTS = 200;
  private static final long SECONDS_PER_DAY = 24 * 60 * 60;

  private final Retention retention;
  private final Clock clock;

  public RetentionHandler(Retention retention, Clock clock) {
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    Instant until = clock.instant().atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
    Future<Due> due = Reading.of("what is kept", retention.due(until));
    Future<List<SignedText>> runs = Reading.of("what was ended", retention.runs(RUNS));
    Future.all(due, runs)
        .onSuccess(read -> context.json(new JsonObject()
            .put("applicationDays", Applications.KEPT_SECONDS / SECONDS_PER_DAY)
            .put("years", Retention.YEARS)
            .put("until", until.toString())
            .put("due", json(due.result().numbers()))
            .put(
                "accounts",
                new JsonArray(due.result().accounts().stream()
                    .limit(ACCOUNTS)
                    .map(AccountId::value)
                    .toList()))
            .put(
                "runs",
                new JsonArray(runs.result().stream().map(RetentionHandler::run).toList()))))
        .onFailure(context::fail);
  }

  private static JsonObject json(Ended ended) {
    JsonObject json = new JsonObject();
    ended.numbers().forEach(json::put);
    return json;
  }

  private static JsonObject run(SignedText signed) {
    if (!(signed.payload().get("iat") instanceof Long ranAt)) {
      throw new IllegalStateException("a proof of retention says no time");
    }
    JsonObject json = new JsonObject().put("ranAt", Instant.ofEpochSecond(ranAt).toString());
    List.of("applications", "bankLines", "bankFiles", "dossiers")
        .forEach(name -> json.put(name, signed.payload().get(name)));
    return json.put("statement", signed.text());
  }
}
