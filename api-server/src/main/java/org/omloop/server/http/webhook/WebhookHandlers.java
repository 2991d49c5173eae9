package org.omloop.server.http.webhook;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.guard.OwnAddress;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.webhooks.AddressRule;
import org.omloop.server.webhooks.Delivery;
import org.omloop.server.webhooks.Endpoint;
import org.omloop.server.webhooks.EndpointKeys;
import org.omloop.server.webhooks.PaidEvent;
import org.omloop.server.webhooks.WebhookStore;

/**
 * Webhook endpoints: made, shown, given other keys, ended; what they were told. For keys of the account itself that may
 * pay and receive: a cashier's till directs nothing elsewhere, and the office has no business there. Thread-safe.
 */
public final class WebhookHandlers {
  private static final int CREATED = 201;
  private static final int ID_BYTES = 10;

  private final WebhookStore store;
  private final AddressRule rule;
  private final SigningKey server;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * Makes the handlers.
   *
   * @param server the key that endpoints' keys are derived from
   */
  public WebhookHandlers(WebhookStore store, AddressRule rule, SigningKey server, Clock clock) {
    this.store = store;
    this.rule = rule;
    this.server = server;
    this.clock = clock;
  }

  /** {@code POST /v1/accounts/{account}/webhook-endpoints}. */
  public void create(RoutingContext context) {
    AccountId account = managed(context);
    BodyReader.read(context)
        .map(body -> WebhookAsk.read(body, rule))
        .map(asked -> endpoint(account, asked, context))
        .compose(made ->
            Reading.of("members' webhooks", store.add(made)).map(isKept -> ifSo(isKept, made)))
        .onSuccess(made -> {
          context
              .response()
              .setStatusCode(CREATED)
              .putHeader(
                  HttpHeaders.LOCATION,
                  "/v1/accounts/" + account + "/webhook-endpoints/" + made.id());
          context.json(withSecret(made));
        })
        .onFailure(context::fail);
  }

  private Endpoint endpoint(AccountId account, WebhookAsk asked, RoutingContext context) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return new Endpoint(
        HexFormat.of().formatHex(id),
        account,
        asked.url(),
        OwnAddress.of(context),
        0,
        asked.sharesSecret(),
        now(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /** {@code GET /v1/accounts/{account}/webhook-endpoints}. */
  public void list(RoutingContext context) {
    Reading.of("members' webhooks", store.of(managed(context)))
        .onSuccess(all -> {
          JsonArray list = new JsonArray();
          all.forEach(each -> list.add(json(each)));
          context.json(new JsonObject().put("endpoints", list));
        })
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/webhook-endpoints/{endpoint}}. */
  public void endpoint(RoutingContext context) {
    found(context).onSuccess(each -> context.json(json(each))).onFailure(context::fail);
  }

  /** {@code POST /v1/accounts/{account}/webhook-endpoints/{endpoint}/rotations}. */
  public void rotate(RoutingContext context) {
    found(context)
        .compose(each -> Reading.of("members' webhooks", store.rotate(each.id(), now()))
            .map(done -> ifSo(done, each)))
        .compose(each -> found(context))
        .onSuccess(each -> context.json(withSecret(each)))
        .onFailure(context::fail);
  }

  /** {@code POST /v1/accounts/{account}/webhook-endpoints/{endpoint}/removals}. */
  public void remove(RoutingContext context) {
    found(context)
        .compose(each -> Reading.of("members' webhooks", store.remove(each.id(), now())))
        .compose(removed -> found(context))
        .onSuccess(each -> context.json(json(each)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/webhook-endpoints/{endpoint}/deliveries}. */
  public void deliveries(RoutingContext context) {
    found(context)
        .compose(each -> Reading.of("members' webhooks", store.deliveries(each.id())))
        .onSuccess(all -> {
          JsonArray list = new JsonArray();
          all.forEach(each -> list.add(json(each)));
          context.json(new JsonObject().put("deliveries", list));
        })
        .onFailure(context::fail);
  }

  /** {@code POST /v1/accounts/{account}/webhook-endpoints/{endpoint}/deliveries/{index}/redeliveries}. */
  public void redeliver(RoutingContext context) {
    long entry = Parameters.of(context).integer("index");
    found(context)
        .map(each -> ifSo(each.state().equals("active"), each))
        .compose(each -> Reading.of("members' webhooks", store.redeliver(each.id(), entry, now())))
        .map(each -> each.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .onSuccess(each -> context.json(json(each)))
        .onFailure(context::fail);
  }

  private static AccountId managed(RoutingContext context) {
    EnrolledKey key = Caller.of(context).key();
    if (!key.account().value().equals(context.pathParam("account"))) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (!key.may(Right.PAY) || !key.may(Right.RECEIVE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    return key.account();
  }

  private Future<Endpoint> found(RoutingContext context) {
    return Reading.of(
            "members' webhooks",
            store.find(managed(context), Parameters.of(context).text("endpoint")))
        .map(each -> each.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static Endpoint ifSo(boolean isSo, Endpoint endpoint) {
    if (!isSo) {
      throw Problem.of(ProblemType.WEBHOOK_CONFLICT);
    }
    return endpoint;
  }

  private JsonObject withSecret(Endpoint endpoint) {
    JsonObject json = json(endpoint);
    EndpointKeys keys = endpoint.keys(server);
    return endpoint.sharesSecret() ? json.put("secret", keys.secret()) : json;
  }

  private JsonObject json(Endpoint endpoint) {
    JsonObject json = new JsonObject()
        .put("endpoint", endpoint.id())
        .put("url", endpoint.url())
        .put("state", endpoint.state())
        .put("publicKey", endpoint.keys(server).publicKey())
        .put("sharesSecret", endpoint.sharesSecret())
        .put("madeAt", text(endpoint.madeAt()));
    endpoint.rotatedAt().ifPresent(time -> json.put("rotatedAt", text(time)));
    endpoint.disabledAt().ifPresent(time -> json.put("disabledAt", text(time)));
    endpoint.removedAt().ifPresent(time -> json.put("removedAt", text(time)));
    return json;
  }

  private static JsonObject json(Delivery delivery) {
    JsonObject json = new JsonObject()
        .put("event", PaidEvent.id(delivery.entry()))
        .put("type", PaidEvent.TYPE)
        .put("entry", delivery.entry())
        .put("request", delivery.request().text())
        .put("state", delivery.state())
        .put("tries", delivery.tries());
    delivery.triedAt().ifPresent(time -> json.put("triedAt", text(time)));
    delivery.nextAt().ifPresent(time -> json.put("nextAt", text(time)));
    delivery.deliveredAt().ifPresent(time -> json.put("deliveredAt", text(time)));
    delivery.status().ifPresent(status -> json.put("status", status));
    delivery.trouble().ifPresent(trouble -> json.put("trouble", trouble));
    return json;
  }

  private static String text(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
