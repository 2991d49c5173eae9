package org.omloop.server.signed;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.ledger.signing.SigningKey;

/**
 * A compact JWS (RFC 7515) of one type, as strict as orders are: the header in its one form, the payload canonical
 * JSON. Its members count for nothing before the signature has been checked. Immutable and thread-safe.
 *
 * @param text the whole
 * @param key the key it claims to be signed by
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record SignedText(
    String text, KeyId key, Map<String, Object> payload, byte[] signed, byte[] signature) {
  private static final int LONGEST = 4_096;
  private static final Pattern HEADER = Pattern.compile(
      "\\{\"alg\":\"Ed25519\",\"kid\":\"([A-Za-z0-9_-]{43})\",\"typ\":\"([a-z+-]+)\"}");

  /** Signs a payload. */
  public static String sign(String type, Map<String, ?> payload, SigningKey key) {
    String signed = encode("{\"alg\":\"Ed25519\",\"kid\":\"" + key.publicKey().keyId()
            + "\",\"typ\":\"" + type + "\"}")
        + "." + encode(CanonicalJson.write(payload));
    return signed + "." + Base64Url.encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Reads a text; empty when it is anything but a JWS of that type in this form. */
  public static Optional<SignedText> parse(String type, String text) {
    String[] parts = text.split("\\.", -1);
    if (text.length() > LONGEST || parts.length != 3) {
      return Optional.empty();
    }
    try {
      Matcher header =
          HEADER.matcher(new String(Base64Url.decode(parts[0]), StandardCharsets.ISO_8859_1));
      return header.matches() && header.group(2).equals(type)
          ? Optional.of(read(header.group(1), parts))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SignedText read(String key, String[] parts) {
    return new SignedText(
        String.join(".", parts),
        KeyId.parse(key),
        CanonicalJson.parse(Base64Url.decode(parts[1])),
        (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
        Base64Url.decode(parts[2]));
  }

  /** Tells whether this key signed it. */
  public boolean isSignedBy(PublicKey publicKey) {
    return SignatureVerifier.fastest().isValid(publicKey, signed, signature);
  }

  /** Returns a member that is a text; empty when it is missing or something else. */
  public String text(String name) {
    return payload.get(name) instanceof String text ? text : "";
  }

  private static String encode(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }
}
