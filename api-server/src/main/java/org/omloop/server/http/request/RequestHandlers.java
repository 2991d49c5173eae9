package org.omloop.server.http.request;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.payment.RequestId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.requests.OfferStore;
import org.omloop.server.requests.PaymentRequest;
import org.omloop.server.requests.RequestFeed;
import org.omloop.server.requests.RequestStore;
import org.omloop.server.requests.RequestStore.Attempt;

/** Payment requests: made, shown, claimed, given up, taken back. Thread-safe. */
public final class RequestHandlers {
  private static final int CREATED = 201;
  private static final long LATE_SECONDS = 300;
  private static final InvalidPart FORM = InvalidPart.inBody(
      "",
      "malformed",
      "must be a compact JWS of type omloop-request+jws over exactly ledger, payee, terms and, if wished,"
          + " name, reference, returnTo (https, up to 200 characters) and text, in canonical form; its terms must be of that payee, ledger and key");

  private final Directory directory;
  private final RequestStore requests;
  private final OfferStore offers;
  private final RequestFeed feed;
  private final Supplier<String> origin;
  private final Clock clock;

  /**
   * Makes the handlers.
   *
   * @param origin the ledger's, which requests must name
   */
  public RequestHandlers(
      Directory directory,
      RequestStore requests,
      OfferStore offers,
      RequestFeed feed,
      Supplier<String> origin,
      Clock clock) {
    this.directory = directory;
    this.requests = requests;
    this.offers = offers;
    this.feed = feed;
    this.origin = origin;
    this.clock = clock;
  }

  /** {@code POST /v1/payment-requests}. */
  public void create(RoutingContext context) {
    BodyReader.read(context)
        .map(body -> checked(body))
        .compose(ask -> Reading.of(
                "payment requests",
                requests.add(ask.terms(), ask.payee(), ask.key(), ask.signed().text()))
            .map(isKept -> {
              if (!isKept) {
                throw Problem.of(ProblemType.REQUEST_CONFLICT);
              }
              return ask.terms().id();
            }))
        .compose(this::found)
        .onSuccess(request -> {
          context
              .response()
              .setStatusCode(CREATED)
              .putHeader(HttpHeaders.LOCATION, "/v1/payment-requests/" + request.id());
          answer(request, context);
        })
        .onFailure(context::fail);
  }

  private SignedAsk checked(Buffer body) {
    SignedAsk ask = SignedAsk.parse(body.toString(StandardCharsets.US_ASCII))
        .filter(each -> each.ledger().equals(origin.get()))
        .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_REQUEST, FORM));
    EnrolledKey key = directory
        .key(ask.key())
        .filter(each -> each.stands(now()) && each.account().equals(ask.payee()))
        .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SIGNER));
    if (!ask.isSignedBy(key.key())) {
      throw Problem.of(ProblemType.WRONG_SIGNATURE);
    }
    if (!key.may(Right.RECEIVE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    boolean isOfNow =
        ask.terms().madeAt() <= now() + LATE_SECONDS && ask.terms().expiresAt() >= now();
    if (!isOfNow) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/terms", "over", "must be made at the right time, and not be over"));
    }
    return ask;
  }

  /** {@code GET /v1/payment-requests/{request}}. */
  public void request(RoutingContext context) {
    found(id(context)).onSuccess(each -> answer(each, context)).onFailure(context::fail);
  }

  /** {@code POST /v1/payment-requests/{request}/claims}. */
  public void claim(RoutingContext context) {
    Caller caller = Caller.of(context);
    if (!caller.key().may(Right.PAY)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    change(
        Reading.of("payment requests", requests.claim(id(context), caller.key().account(), now())),
        context);
  }

  /** {@code POST /v1/payment-requests/{request}/releases}. */
  public void release(RoutingContext context) {
    change(
        Reading.of(
            "payment requests",
            requests.release(id(context), Caller.of(context).key().account(), now())),
        context);
  }

  /** {@code POST /v1/payment-requests/{request}/withdrawals}. */
  public void withdraw(RoutingContext context) {
    EnrolledKey key = Caller.of(context).key();
    Future<Attempt> attempt = found(id(context)).compose(request -> {
      if (!key.may(Right.RECEIVE) || !request.payee().equals(key.account())) {
        throw Problem.of(ProblemType.RIGHT_MISSING);
      }
      return Reading.of(
          "payment requests", requests.withdraw(request.id(), request.payee(), now()));
    });
    change(attempt, context);
  }

  private void change(Future<Attempt> attempt, RoutingContext context) {
    attempt
        .compose(made -> found(id(context)).map(request -> {
          if (made == Attempt.TAKEN) {
            throw Problem.of(ProblemType.REQUEST_TAKEN);
          }
          return request;
        }))
        .onSuccess(request -> {
          tell(request);
          answer(request, context);
        })
        .onFailure(context::fail);
  }

  /** Those to whom it was offered ask now and then, so that nothing depends on this. */
  private void tell(PaymentRequest request) {
    RequestFeed.Change change = new RequestFeed.Change(request.id(), request.state(now()));
    feed.publish(request.payee(), change);
    offers
        .offeredTo(request.id())
        .onSuccess(all -> all.forEach(account -> feed.publish(account, change)));
  }

  private Future<PaymentRequest> found(RequestId id) {
    return Reading.of("payment requests", requests.find(id))
        .map(request -> request.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static RequestId id(RoutingContext context) {
    return new RequestId(Parameters.of(context).text("request"));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private void answer(PaymentRequest request, RoutingContext context) {
    context.json(RequestJson.of(request, now(), context));
  }
}
