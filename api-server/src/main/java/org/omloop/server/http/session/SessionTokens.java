package org.omloop.server.http.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/**
 * The tokens that stand for a session: signed by the server's key, for one ledger, one key and its account, until a
 * moment. Nothing of a session is kept; whether its key still stands is asked of the journal each time. Thread-safe.
 */
public final class SessionTokens {
  /** How long a session lasts. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** What a token opens. */
  public enum Use {
    /** Everything the key may read, as a bearer token. */
    READING("omloop-session-token+jws"),
    /** The event stream alone, as a cookie. */
    STREAM("omloop-stream-token+jws");

    private final String type;

    Use(String type) {
      this.type = type;
    }
  }

  private final SigningKey server;
  private final Supplier<String> audience;
  private final Function<KeyId, Optional<EnrolledKey>> keys;
  private final Clock clock;

  /**
   * Makes tokens for a ledger.
   *
   * @param audience the ledger's origin
   * @param keys finds an enrolled key as it stands
   */
  public SessionTokens(
      SigningKey server,
      Supplier<String> audience,
      Function<KeyId, Optional<EnrolledKey>> keys,
      Clock clock) {
    this.server = server;
    this.audience = audience;
    this.keys = keys;
    this.clock = clock;
  }

  /** Returns when a session that begins now ends. */
  Instant end() {
    return Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
  }

  /** Makes a token. */
  String create(Use use, EnrolledKey key, Instant expiresAt) {
    return SignedText.sign(
        use.type,
        Map.of(
            "account", key.account().value(),
            "aud", audience.get(),
            "exp", expiresAt.getEpochSecond(),
            "key", key.id().text()),
        server);
  }

  /** Returns the caller a token stands for; empty when it is not ours, is over, or its key no longer stands. */
  public Optional<Caller> read(Use use, String token) {
    return SignedText.parse(use.type, token)
        .filter(text -> text.key().equals(server.publicKey().keyId()))
        .filter(text -> text.text("aud").equals(audience.get()))
        .filter(text -> text.payload().get("exp") instanceof Long expiresAt
            && clock.instant().getEpochSecond() < expiresAt)
        .filter(text -> text.isSignedBy(server.publicKey()))
        .flatMap(text -> caller(text));
  }

  private Optional<Caller> caller(SignedText text) {
    long expiresAt = (Long) text.payload().getOrDefault("exp", 0L);
    return keys.apply(KeyId.parse(text.text("key")))
        .filter(key -> key.stands(clock.instant().getEpochSecond())
            && key.account().value().equals(text.text("account")))
        .map(key -> new Caller(key, Instant.ofEpochSecond(expiresAt)));
  }
}
