package org.omloop.server.http.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;

/**
 * Marks texts as made by this server: HMAC-SHA-256, cut to 128 bits (RFC 2104, section 5). Every process that has the
 * server's key makes the same marks. Immutable and thread-safe.
 */
public final class SecretKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MARK_BYTES = 16;

  private final SecretKeySpec key;

  private SecretKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Derives a key for one purpose from the server's own, in the manner of HKDF's second step (RFC 5869). */
  public static SecretKey derive(SigningKey server, String purpose) {
    return new SecretKey(hmac(new SecretKeySpec(server.exportSeed(), ALGORITHM), purpose + "\1"));
  }

  /** Returns the mark of a text, 22 characters. */
  public String mark(String text) {
    return Base64Url.encode(Arrays.copyOf(hmac(key, text), MARK_BYTES));
  }

  /** Tells whether a mark is that of the text, in the same time for every mark. */
  public boolean hasMarked(String text, String mark) {
    return MessageDigest.isEqual(
        mark(text).getBytes(StandardCharsets.US_ASCII), mark.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SecretKey[hidden]";
  }
}
