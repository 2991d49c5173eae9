package org.omloop.server.postgres.address;

import java.util.Arrays;
import java.util.Optional;

/**
 * How much a connection insists on TLS, in the words of libpq's {@code sslmode}. {@code allow} is left out: it means
 * "rather not", which nobody should want.
 */
public enum TlsMode {
  DISABLE("disable"),
  PREFER("prefer"),
  REQUIRE("require"),
  VERIFY_CA("verify-ca"),
  VERIFY_FULL("verify-full");

  private final String word;

  TlsMode(String word) {
    this.word = word;
  }

  /** The word as it stands in an address. */
  public String word() {
    return word;
  }

  /** Whether the server's certificate is checked. */
  public boolean verifies() {
    return this == VERIFY_CA || this == VERIFY_FULL;
  }

  static Optional<TlsMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }
}
