package org.omloop.server.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.omloop.ledger.signing.SigningKey;

/**
 * The keys of one endpoint in one generation, derived from the server's own, so that no secret is in the database or its
 * backups. Immutable and thread-safe.
 */
public final class EndpointKeys {
  private static final String ALGORITHM = "HmacSHA256";

  private final SigningKey pair;
  private final SecretKeySpec secret;

  private EndpointKeys(byte[] seed, byte[] secret) {
    this.pair = SigningKey.fromSeed(seed);
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Derives an endpoint's keys, in the manner of HKDF's second step (RFC 5869). */
  public static EndpointKeys derive(SigningKey server, String endpoint, int generation) {
    SecretKeySpec key = new SecretKeySpec(server.exportSeed(), ALGORITHM);
    String name = " " + endpoint + " " + generation + "\1";
    return new EndpointKeys(
        hmac(key, "omloop webhook pair" + name), hmac(key, "omloop webhook secret" + name));
  }

  /** Makes keys of given bytes. */
  static EndpointKeys of(byte[] seed, byte[] secret) {
    return new EndpointKeys(seed, secret);
  }

  /** Returns the public key: {@code whpk_} and base64 of its 32 bytes. */
  public String publicKey() {
    return "whpk_" + base64(pair.publicKey().toBytes());
  }

  /** Returns the shared secret: {@code whsec_} and base64 of 32 bytes. */
  public String secret() {
    return "whsec_" + base64(secret.getEncoded());
  }

  /** Returns {@code v1a,} and an Ed25519 signature. */
  String pairSignature(String signed) {
    return "v1a," + base64(pair.sign(signed.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns {@code v1,} and an HMAC-SHA-256. */
  String secretSignature(String signed) {
    return "v1," + base64(hmac(secret, signed));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
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
    return "EndpointKeys[of " + publicKey() + "]";
  }
}
