package org.omloop.server.http.session;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.SessionTokens.Use;

/**
 * Lets those through who may: finds out who asks, and keeps the {@link Caller} with the request. Thread-safe.
 *
 * <p>What is not the caller's own is answered as if it were not there; 403 is for whole kinds of things.
 */
public final class Access {
  /** The cookie that opens an event stream. */
  public static final String STREAM_COOKIE = "omloop-stream";

  private static final String BEARER = "Bearer ";

  private final SessionTokens tokens;

  public Access(SessionTokens tokens) {
    this.tokens = tokens;
  }

  /** Everybody with a session. */
  public Handler<RoutingContext> session() {
    return context -> let(bearer(context), (caller, any) -> true, ProblemType.NOT_FOUND, context);
  }

  /** The account's own keys, the office, auditors. */
  public Handler<RoutingContext> account() {
    return context -> let(bearer(context), Access::mayReadAccount, ProblemType.NOT_FOUND, context);
  }

  /** The account's own keys, and nobody else's. */
  public Handler<RoutingContext> ownAccount() {
    return context -> let(
        bearer(context),
        (caller, any) -> caller.key().account().value().equals(any.pathParam("account")),
        ProblemType.NOT_FOUND,
        context);
  }

  /** As {@link #account}, with the stream's cookie where a browser can send no token. */
  public Handler<RoutingContext> stream() {
    return context -> {
      boolean bearer = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
      Optional<Caller> caller = bearer ? bearer(context) : cookie(context);
      let(caller, Access::mayReadAccount, ProblemType.NOT_FOUND, context);
    };
  }

  /** The office and auditors. */
  public Handler<RoutingContext> office() {
    return context -> let(
        bearer(context),
        (caller, any) -> caller.isOffice() || caller.isAuditor(),
        ProblemType.RIGHT_MISSING,
        context);
  }

  /** The office alone: who people are is nothing to audit. */
  public Handler<RoutingContext> operators() {
    return context -> let(
        bearer(context), (caller, any) -> caller.isOffice(), ProblemType.RIGHT_MISSING, context);
  }

  /** Auditors. */
  public Handler<RoutingContext> audit() {
    return context -> let(
        bearer(context), (caller, any) -> caller.isAuditor(), ProblemType.RIGHT_MISSING, context);
  }

  private static void let(
      Optional<Caller> caller,
      BiPredicate<Caller, RoutingContext> may,
      ProblemType otherwise,
      RoutingContext context) {
    if (!may.test(caller.orElseThrow(() -> Problem.of(ProblemType.SESSION_OVER)), context)) {
      throw Problem.of(otherwise);
    }
    caller.get().keepWith(context);
    context.next();
  }

  private static boolean mayReadAccount(Caller caller, RoutingContext context) {
    return caller.mayRead(new AccountId(context.pathParam("account")));
  }

  private Optional<Caller> bearer(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Problem.of(ProblemType.SESSION_REQUIRED);
    }
    return tokens.read(Use.READING, header.substring(BEARER.length()).strip());
  }

  private Optional<Caller> cookie(RoutingContext context) {
    Cookie cookie = context.request().getCookie(STREAM_COOKIE);
    if (cookie == null) {
      throw Problem.of(ProblemType.SESSION_REQUIRED);
    }
    return tokens.read(Use.STREAM, cookie.getValue());
  }
}
