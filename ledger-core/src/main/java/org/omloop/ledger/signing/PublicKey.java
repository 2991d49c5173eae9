package org.omloop.ledger.signing;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/**
 * An Ed25519 public key that was fit to enrol: the canonical encoding of a point of exactly the prime order. There is
 * no other way to make one, and {@link SignatureVerifier} builds on that. Immutable and thread-safe.
 */
public final class PublicKey {
  /** Length of a key, in bytes. */
  public static final int BYTES = Ed25519.PUBLIC_KEY_SIZE;

  private final byte[] bytes;
  private final PublicPoint point;
  private final KeyId keyId;

  private PublicKey(byte[] bytes, PublicPoint point) {
    this.bytes = bytes;
    this.point = point;
    this.keyId = KeyId.ofEd25519(bytes);
  }

  /**
   * Takes in a key (RFC 8032 §5.1.5).
   *
   * @param encoded 32 bytes
   * @throws IllegalArgumentException if the bytes are no canonical encoding of a point of exactly the prime order,
   *     as the identity, the points of small order and points with a small-order part are not
   */
  public static PublicKey enrol(byte[] encoded) {
    if (encoded.length != BYTES) {
      throw new IllegalArgumentException("An Ed25519 public key has 32 bytes");
    }
    byte[] bytes = encoded.clone();
    PublicPoint point = Ed25519.validatePublicKeyFullExport(bytes, 0);
    if (point == null) {
      throw new IllegalArgumentException("Not an Ed25519 public key of prime order");
    }
    return new PublicKey(bytes, point);
  }

  /** Reads a key from the 43 base64url characters of a JWK's {@code x}; refuses as {@link #enrol} does. */
  public static PublicKey parse(String text) {
    return enrol(Base64Url.decode(text));
  }

  public KeyId keyId() {
    return keyId;
  }

  /** The encoded point: 32 bytes, a copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The point in the library's own form, which spares decoding it again at every check. */
  PublicPoint point() {
    return point;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The key as a JWK's {@code x}; {@link #parse} reads it. */
  @Override
  public String toString() {
    return Base64Url.encode(bytes);
  }
}
