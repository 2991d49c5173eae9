package org.omloop.server.http.notice;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.identity.Told;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Reading;
import org.omloop.server.notices.Notice;
import org.omloop.server.notices.NoticeStore;
import org.omloop.server.notices.Notices;

/** What members and the office were told. Thread-safe. */
public final class NoticeHandlers {
  private final Notices notices;
  private final NoticeStore store;

  public NoticeHandlers(Notices notices) {
    this.notices = notices;
    this.store = notices.store();
  }

  /** {@code GET /v1/accounts/{account}/notices}. */
  public void list(RoutingContext context) {
    AccountId account = new AccountId(context.pathParam("account"));
    Future<List<Notice>> told = Reading.of(store.of(account));
    Future<Long> read = Reading.of(store.readUntil(account));
    Future.all(told, read)
        .map(both -> {
          List<Notice> listed =
              told.result().stream().filter(each -> each.kind().isListed()).toList();
          return new JsonObject()
              .put(
                  "notices",
                  new JsonArray(listed.stream().map(NoticeHandlers::json).toList()))
              .put(
                  "unread",
                  listed.stream().filter(each -> each.id() > read.result()).count());
        })
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private static JsonObject json(Notice notice) {
    return new JsonObject()
        .put("notice", notice.id())
        .put("kind", notice.kind().wireName())
        .put("about", notice.about())
        .put("at", Instant.ofEpochSecond(notice.madeAt()).toString());
  }

  /** {@code POST /v1/accounts/{account}/notices/reads}. */
  public void read(RoutingContext context) {
    AccountId account = new AccountId(context.pathParam("account"));
    BodyReader.read(context)
        .map(body -> until(Told.object(body, Set.of("until"))))
        .compose(until -> Reading.of(store.read(account, until)).map(until))
        .onSuccess(until -> context.json(new JsonObject().put("until", until)))
        .onFailure(context::fail);
  }

  private static long until(JsonObject json) {
    if (json.getValue("until") instanceof Number number
        && (number instanceof Integer || number instanceof Long)
        && number.longValue() >= 0) {
      return number.longValue();
    }
    throw Problem.of(
        ProblemType.MALFORMED_REQUEST,
        InvalidPart.inBody("/until", "malformed", "must be the number of a notice"));
  }

  /** {@code GET /v1/mail/failures}. */
  public void failures(RoutingContext context) {
    Reading.of(notices.late())
        .compose(late -> Reading.of(store.failures()).map(all -> new JsonObject()
            .put("waiting", late)
            .put(
                "failures", new JsonArray(all.stream().map(NoticeHandlers::json).toList()))))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private static JsonObject json(NoticeStore.Failure failure) {
    JsonObject json = new JsonObject()
        .put("recipient", failure.notice().recipient())
        .put("kind", failure.notice().kind().wireName())
        .put("outcome", failure.outcome().wireName())
        .put("at", Instant.ofEpochSecond(failure.notedAt()).toString());
    failure.status().ifPresent(status -> json.put("status", status));
    return json;
  }
}
