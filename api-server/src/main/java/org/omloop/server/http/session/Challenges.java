package org.omloop.server.http.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.signing.Base64Url;

/**
 * Questions that only the holder of a key can answer, each once and within a minute. Nothing is kept of a question
 * until it has been answered well, so asking for many costs the server nothing. Thread-safe.
 */
public final class Challenges {
  private static final long LIFE_SECONDS = 60;
  private static final int NONCE_BYTES = 16;
  private static final Pattern FORM =
      Pattern.compile("((\\d{1,12})\\.[A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");

  private final SecretKey secret;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, Long> answered = new ConcurrentHashMap<>();

  /** A question, and when it can no longer be answered. */
  public record Challenge(String text, Instant expiresAt) {}

  public Challenges(SecretKey secret, Clock clock, SecureRandom random) {
    this.secret = secret;
    this.clock = clock;
    this.random = random;
  }

  /** Makes a new question. */
  public Challenge ask() {
    long expiresAt = clock.instant().getEpochSecond() + LIFE_SECONDS;
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String question = expiresAt + "." + Base64Url.encode(nonce);
    return new Challenge(question + "." + secret.mark(question), Instant.ofEpochSecond(expiresAt));
  }

  /** Tells whether this is a question of ours that can still be answered. */
  boolean isOpen(String challenge) {
    Matcher form = FORM.matcher(challenge);
    return form.matches()
        && secret.hasMarked(form.group(1), form.group(3))
        && Long.parseLong(form.group(2)) >= clock.instant().getEpochSecond()
        && !answered.containsKey(challenge);
  }

  /** Takes an open question as answered; false when somebody else was first. */
  boolean close(String challenge) {
    long now = clock.instant().getEpochSecond();
    answered.values().removeIf(expiresAt -> expiresAt < now);
    return answered.putIfAbsent(challenge, now + LIFE_SECONDS) == null;
  }
}
