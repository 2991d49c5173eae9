package org.omloop.server.http.stream;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.directory.Directory;
import org.omloop.server.events.EntryFeed;
import org.omloop.server.events.Parties;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.requests.RequestFeed;

/** {@code GET /v1/accounts/{account}/events}. Thread-safe; each stream belongs to its request's event loop. */
public final class StreamHandler implements Handler<RoutingContext> {
  private static final int RETRY_SECONDS = 10;

  private final EventStream.Sources sources;
  private final int mostPerKey;
  private final Map<KeyId, Integer> openByKey = new ConcurrentHashMap<>();

  public StreamHandler(
      Vertx vertx,
      Directory directory,
      JournalView view,
      EntryFeed feed,
      RequestFeed requests,
      Parties parties,
      int mostPerKey) {
    this.sources = new EventStream.Sources(vertx, directory, view, feed, requests, parties);
    this.mostPerKey = mostPerKey;
  }

  @Override
  public void handle(RoutingContext context) {
    AccountId account = new AccountId(context.pathParam("account"));
    if (sources.directory().account(account).isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    Caller caller = Caller.of(context);
    KeyId key = caller.key().id();
    if (openByKey.merge(key, 1, Integer::sum) > mostPerKey) {
      release(key);
      throw Problem.later(ProblemType.RATE_LIMITED, RETRY_SECONDS);
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(
            "X-Accel-Buffering", "no"); // or a proxy would collect events before passing them on
    new EventStream(sources, account, caller, context.response(), () -> release(key))
        .open(Parameters.of(context).optionalInteger("Last-Event-ID"));
  }

  private void release(KeyId key) {
    openByKey.computeIfPresent(key, (same, open) -> open > 1 ? open - 1 : null);
  }
}
