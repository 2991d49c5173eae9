package org.omloop.server.http.identity;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;
import org.omloop.server.http.view.RedemptionState;
import org.omloop.server.identity.Erasures;
import org.omloop.server.signed.SignedText;

/**
 * {@code POST /v1/accounts/{account}/erasures}: an operator signs that somebody is to be erased. Their account must be
 * closed, and no euros of theirs under way. Thread-safe.
 */
public final class ErasureHandler implements Handler<RoutingContext> {
  private static final String TYPE = "omloop-erasure+jws";
  private static final Set<String> MEMBERS = Set.of("account", "iat", "ledger");
  private static final long APART_SECONDS = 300;
  private static final int AT_ONCE = 200;
  private static final InvalidPart FORM = InvalidPart.inBody(
      "",
      "malformed",
      "must be a compact JWS of type omloop-erasure+jws over exactly account, iat and ledger, made now, for the"
          + " account in the address");

  private final Erasures erasures;
  private final Directory directory;
  private final JournalView view;
  private final Vertx vertx;
  private final Supplier<String> origin;
  private final Clock clock;

  public ErasureHandler(
      Erasures erasures,
      Directory directory,
      JournalView view,
      Vertx vertx,
      Supplier<String> origin,
      Clock clock) {
    this.erasures = erasures;
    this.directory = directory;
    this.view = view;
    this.vertx = vertx;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    BodyReader.read(context)
        .map(body -> checked(body, context.pathParam("account")))
        .compose(asked -> erase(account(asked), asked.key().text()))
        .onSuccess(certificate -> context.json(new JsonObject().put("certificate", certificate)))
        .onFailure(context::fail);
  }

  private SignedText checked(Buffer body, String account) {
    SignedText asked = SignedText.parse(TYPE, body.toString(StandardCharsets.US_ASCII))
        .filter(signed -> signed.payload().keySet().equals(MEMBERS))
        .filter(signed -> signed.text("account").equals(account))
        .filter(signed -> signed.text("ledger").equals(origin.get()))
        .filter(this::isOfNow)
        .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_REQUEST, FORM));
    EnrolledKey key = directory
        .key(asked.key())
        .filter(each -> each.stands(clock.instant().getEpochSecond()))
        .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SIGNER));
    if (!asked.isSignedBy(key.key())) {
      throw Problem.of(ProblemType.WRONG_SIGNATURE);
    }
    if (!key.may(Right.OPERATE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    return asked;
  }

  private boolean isOfNow(SignedText signed) {
    return signed.payload().get("iat") instanceof Long iat
        && Math.abs(clock.instant().getEpochSecond() - iat) <= APART_SECONDS;
  }

  private Account account(SignedText asked) {
    return directory
        .account(new AccountId(asked.text("account")))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private Future<String> erase(Account account, String by) {
    if (account.status() != AccountStatus.CLOSED) {
      throw Problem.of(ProblemType.ERASURE_TOO_EARLY);
    }
    return isAwaitingEuros(account.id(), 0, directory.treeSize()).compose(isAwaiting -> {
      if (isAwaiting) {
        throw Problem.of(ProblemType.ERASURE_TOO_EARLY);
      }
      return Reading.of("who a member is", erasures.erase(account.id(), origin.get(), by));
    });
  }

  /** Until the bank has paid, the office must know where to. */
  private Future<Boolean> isAwaitingEuros(AccountId account, long from, long size) {
    return Reading.entries(vertx, view.redemptions(RedemptionState.REQUESTED, size, from, AT_ONCE))
        .compose(entries -> entries.stream().anyMatch(each -> isOf(account, each))
            ? Future.succeededFuture(true)
            : next(account, entries, size));
  }

  private Future<Boolean> next(AccountId account, List<JournalEntry> entries, long size) {
    return entries.size() < AT_ONCE
        ? Future.succeededFuture(false)
        : isAwaitingEuros(account, entries.get(entries.size() - 1).index() + 1, size);
  }

  private static boolean isOf(AccountId account, JournalEntry entry) {
    return entry.order().order() instanceof Order.Redeem redeem && redeem.from().equals(account);
  }
}
