package org.omloop.ledger.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The name of a key ({@code kid}): the RFC 7638 thumbprint of its JWK, SHA-256, as 43 base64url characters.
 *
 * @param text the thumbprint, always in its one canonical form
 */
public record KeyId(String text) implements Comparable<KeyId> {
  private static final int DIGEST_BYTES = 32;

  /** Takes a key id as others write it; throws {@link IllegalArgumentException} for any other text. */
  public KeyId {
    if (Base64Url.decode(text).length != DIGEST_BYTES) {
      throw new IllegalArgumentException("A key id is 43 base64url characters");
    }
  }

  /** Reads a key id; throws {@link IllegalArgumentException} unless it is 43 canonical base64url characters. */
  public static KeyId parse(String text) {
    return new KeyId(text);
  }

  /** The thumbprint of an Ed25519 key (RFC 8037 §2: the members crv, kty and x, in that order). */
  static KeyId ofEd25519(byte[] publicKey) {
    String jwk =
        "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + Base64Url.encode(publicKey) + "\"}";
    return new KeyId(Base64Url.encode(sha256(jwk.getBytes(US_ASCII))));
  }

  @Override
  public int compareTo(KeyId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
