package org.omloop.server.http.request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.payment.RequestId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.requests.Offer;
import org.omloop.server.requests.OfferStore;
import org.omloop.server.requests.PaymentRequest;
import org.omloop.server.requests.RequestFeed;
import org.omloop.server.requests.RequestStore;
import org.omloop.server.stickers.Sticker;
import org.omloop.server.stickers.StickerStore;

/**
 * Payment requests that a shop puts on a customer's phone, by the code that the customer shows. The shop learns that it was
 * done, and nothing of who it was (docs/adr/0031). Thread-safe.
 */
public final class OfferHandlers {
  private final Directory directory;
  private final RequestStore requests;
  private final OfferStore offers;
  private final StickerStore stickers;
  private final RequestFeed feed;
  private final Clock clock;

  public OfferHandlers(
      Directory directory,
      RequestStore requests,
      OfferStore offers,
      StickerStore stickers,
      RequestFeed feed,
      Clock clock) {
    this.directory = directory;
    this.requests = requests;
    this.offers = offers;
    this.stickers = stickers;
    this.feed = feed;
    this.clock = clock;
  }

  /** {@code POST /v1/payment-requests/{request}/offers}. */
  public void offer(RoutingContext context) {
    EnrolledKey key = Caller.of(context).key();
    RequestId id = new RequestId(Parameters.of(context).text("request"));
    BodyReader.read(context)
        .compose(body -> asked(id, key)
            .map(request -> OfferAsk.read(body))
            .compose(ask -> person(ask, key.account())))
        .compose(person -> person.map(each -> offer(id, each)).orElseGet(() -> found(id)))
        .onSuccess(request -> context.json(RequestJson.of(request, now(), context)))
        .onFailure(context::fail);
  }

  private Future<PaymentRequest> offer(RequestId id, AccountId person) {
    return Reading.of("payment requests", offers.offer(id, person, now()))
        .map(OfferHandlers::checked)
        .compose(outcome -> found(id).onSuccess(request -> tell(request, person, outcome)));
  }

  /** A shop's own request. Who is no organisation has no till, and puts nothing on other people's phones. */
  private Future<PaymentRequest> asked(RequestId id, EnrolledKey key) {
    return found(id).map(request -> {
      boolean isShop = directory
          .account(request.payee())
          .filter(each -> each.classification().role().isOrganisation())
          .filter(each -> each.status() == AccountStatus.OPEN)
          .isPresent();
      if (!isShop || !key.may(Right.RECEIVE) || !request.payee().equals(key.account())) {
        throw Problem.of(ProblemType.RIGHT_MISSING);
      }
      return request;
    });
  }

  /** Empty: somebody who can pay nothing now, and is not asked. */
  private Future<Optional<AccountId>> person(OfferAsk ask, AccountId shop) {
    Future<Optional<Sticker>> found = ask.sticker()
        .map(id -> Reading.of("payment requests", stickers.find(id)))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    return found.map(sticker ->
        person(sticker.orElseThrow(() -> Problem.of(ProblemType.STICKER_UNKNOWN)), shop));
  }

  /** What is amiss with somebody's account is not the shop's to know: it reads as if they had been asked. */
  private Optional<AccountId> person(Sticker sticker, AccountId shop) {
    if (sticker.payee().equals(shop)) {
      throw Problem.of(ProblemType.STICKER_OWN);
    }
    Account account = directory
        .account(sticker.payee())
        .orElseThrow(() -> Problem.of(ProblemType.STICKER_UNKNOWN));
    boolean isPersonal = account.classification().role() == Role.RESIDENT
        && sticker.amount().isEmpty()
        && sticker.text().isEmpty();
    if (!isPersonal) {
      throw Problem.of(ProblemType.STICKER_NOT_PERSONAL);
    }
    if (sticker.replaced()) {
      throw Problem.of(ProblemType.STICKER_REPLACED);
    }
    return Optional.of(account)
        .filter(each -> each.status() == AccountStatus.OPEN)
        .map(Account::id);
  }

  private static OfferStore.Outcome checked(OfferStore.Outcome outcome) {
    return switch (outcome) {
      case TAKEN -> throw Problem.of(ProblemType.REQUEST_TAKEN);
      case EXHAUSTED -> throw Problem.of(ProblemType.OFFERS_EXHAUSTED);
      case UNKNOWN -> throw Problem.of(ProblemType.NOT_FOUND);
      case DONE, CLOSED -> outcome;
    };
  }

  private void tell(PaymentRequest request, AccountId person, OfferStore.Outcome outcome) {
    if (outcome == OfferStore.Outcome.DONE) {
      feed.publish(person, new RequestFeed.Change(request.id(), request.state(now())));
    }
  }

  /** {@code GET /v1/accounts/{account}/offers}: for the account's own keys, and not for the office. */
  public void list(RoutingContext context) {
    AccountId account = new AccountId(Parameters.of(context).text("account"));
    if (!Caller.of(context).key().account().equals(account)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    Reading.of("payment requests", offers.openFor(account, now()))
        .onSuccess(all -> {
          JsonArray list = new JsonArray();
          all.forEach(each -> list.add(json(each, context)));
          context.json(new JsonObject().put("offers", list));
        })
        .onFailure(context::fail);
  }

  private JsonObject json(Offer offer, RoutingContext context) {
    return new JsonObject()
        .put("offeredAt", Instant.ofEpochSecond(offer.offeredAt()).toString())
        .put("request", RequestJson.of(offer.request(), now(), context));
  }

  private Future<PaymentRequest> found(RequestId id) {
    return Reading.of("payment requests", requests.find(id))
        .map(request -> request.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
