package org.omloop.server.postgres.address;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A database role's password. {@code toString} hides it, so that it cannot slip into a log line or a message.
 *
 * <p>Immutable and thread-safe.
 */
public record Password(String reveal) {
  private static final int GENERATED_BYTES = 24;

  public Password {
    if (reveal.isEmpty()) {
      throw new IllegalArgumentException("a password is not empty");
    }
  }

  /** A fresh random password of 192 bits, in letters, digits, {@code -} and {@code _}. */
  public static Password generate() {
    byte[] bytes = new byte[GENERATED_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
