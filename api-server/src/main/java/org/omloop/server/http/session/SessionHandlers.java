package org.omloop.server.http.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.SessionTokens.Use;
import org.omloop.server.signed.SignedText;

/** Signing in: a challenge, its answer, and the cookie for the event stream. Thread-safe. */
public final class SessionHandlers {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final String ANSWER = "omloop-session+jws";
  private static final InvalidPart FORM = InvalidPart.inBody(
      "",
      "malformed",
      "must be a compact JWS with the header {\"alg\":\"Ed25519\",\"kid\":\"…\",\"typ\":\"" + ANSWER
          + "\"} and exactly the members aud and challenge, in canonical form (RFC 8785)");

  private final Challenges challenges;
  private final SessionTokens tokens;
  private final Function<KeyId, Optional<EnrolledKey>> keys;
  private final Supplier<String> audience;
  private final Clock clock;

  /**
   * Makes the handlers.
   *
   * @param keys finds an enrolled key as it stands
   * @param audience the ledger's origin, which answers must name
   */
  public SessionHandlers(
      Challenges challenges,
      SessionTokens tokens,
      Function<KeyId, Optional<EnrolledKey>> keys,
      Supplier<String> audience,
      Clock clock) {
    this.challenges = challenges;
    this.tokens = tokens;
    this.keys = keys;
    this.audience = audience;
    this.clock = clock;
  }

  /** {@code POST /v1/sessions/challenges}. */
  public void challenge(RoutingContext context) {
    Challenges.Challenge challenge = challenges.ask();
    context.response().setStatusCode(CREATED);
    context.json(new JsonObject()
        .put("challenge", challenge.text())
        .put("audience", audience.get())
        .put("expiresAt", challenge.expiresAt().toString()));
  }

  /** {@code POST /v1/sessions}. */
  public void signIn(RoutingContext context) {
    BodyReader.read(context)
        .map(this::signer)
        .onSuccess(key -> begin(key, context))
        .onFailure(context::fail);
  }

  /** One answer for every failure but the form's and a key's own wait, so that nobody learns which keys there are. */
  private EnrolledKey signer(Buffer body) {
    SignedText signed = SignedText.parse(ANSWER, body.toString(StandardCharsets.US_ASCII))
        .filter(answer -> answer.payload().keySet().equals(Set.of("aud", "challenge")))
        .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_REQUEST, FORM));
    return Optional.of(signed)
        .filter(answer -> answer.text("aud").equals(audience.get()))
        .filter(answer -> challenges.isOpen(answer.text("challenge")))
        .flatMap(answer -> keys.apply(answer.key())
            .filter(key -> !key.revoked() && answer.isSignedBy(key.key()))
            .filter(key -> challenges.close(answer.text("challenge"))))
        .map(this::begun)
        .orElseThrow(() -> Problem.of(ProblemType.SIGN_IN_FAILED));
  }

  /** Whoever holds a key that waits is told when it begins: it is theirs. */
  private EnrolledKey begun(EnrolledKey key) {
    if (key.waits(clock.instant().getEpochSecond())) {
      throw Problem.waiting(key.account().value(), Instant.ofEpochSecond(key.activeFrom()));
    }
    return key;
  }

  private void begin(EnrolledKey key, RoutingContext context) {
    Instant end = tokens.end();
    context.response().setStatusCode(CREATED);
    context.json(new JsonObject()
        .put("token", tokens.create(Use.READING, key, end))
        .put("expiresAt", end.toString())
        .put("account", key.account().value())
        .put("key", key.id().text())
        .put(
            "rights",
            new JsonArray(key.rights().stream().map(Right::wireName).sorted().toList())));
  }

  /** {@code POST /v1/accounts/{account}/stream-cookies}. */
  public void streamCookie(RoutingContext context) {
    Caller caller = Caller.of(context);
    String path = context.request().path();
    String stream = path.substring(0, path.lastIndexOf('/')) + "/events";
    context
        .response()
        .setStatusCode(NO_CONTENT)
        .addCookie(Cookie.cookie(
                Access.STREAM_COOKIE, tokens.create(Use.STREAM, caller.key(), caller.until()))
            .setPath(stream)
            .setHttpOnly(true)
            .setSameSite(CookieSameSite.STRICT)
            .setSecure("https".equals(context.request().scheme()))
            .setMaxAge(
                Math.max(1, Duration.between(clock.instant(), caller.until()).toSeconds())))
        .end();
  }
}
