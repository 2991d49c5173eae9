package org.omloop.server.http.till;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.http.session.SecretKey;

/**
 * The till code (<i>kassacode</i>): six digits by which a customer who is connected shows a till that is not that a request
 * is paid. HMAC-SHA-256 over the request's id and the amount, cut down as in RFC 4226, section 5.3, under a secret of
 * this till's key alone. It comforts the counter; the journal decides (docs/adr/0028). Immutable and thread-safe.
 */
final class TillCodes {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int CODES = 1_000_000;

  private final SecretKey secrets;

  private TillCodes(SecretKey secrets) {
    this.secrets = secrets;
  }

  /** The secrets are derived from the server's key, so that none is kept, and all of its processes have the same. */
  static TillCodes of(SigningKey server) {
    return new TillCodes(SecretKey.derive(server, "omloop till codes"));
  }

  /** Returns what only the server and the till with this key know: 16 bytes in base64url. */
  String secretOf(KeyId till) {
    return secrets.mark(till.text());
  }

  /** Returns the code of a paid request, six digits. */
  String code(KeyId till, RequestId request, Amount amount) {
    return code(Base64Url.decode(secretOf(till)), request, amount);
  }

  static String code(byte[] secret, RequestId request, Amount amount) {
    byte[] hash = hmac(secret, request.text() + "\n" + amount.minorUnits());
    int at = hash[hash.length - 1] & 0xF;
    int number = ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%06d", number % CODES);
  }

  private static byte[] hmac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
