package org.omloop.ledger.circulation.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.rows.Accounts;

/**
 * SHA-256 over lines of text, each ended by a line feed.
 *
 * <p>Not thread-safe.
 */
final class StateDigest {
  private final MessageDigest digest;

  StateDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Returns accounts in order of their ids, code point by code point. */
  static IntStream byId(Accounts accounts) {
    return IntStream.range(0, accounts.size())
        .boxed()
        .sorted(accounts::compare)
        .mapToInt(Integer::intValue);
  }

  void line(String line) {
    digest.update(line.getBytes(UTF_8));
    digest.update((byte) '\n');
  }

  /** Returns the hash of all lines in lower case hexadecimal digits. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
