package org.omloop.ledger.signing;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A secret Ed25519 key. Its text hides it, and nothing but {@link #exportSeed} lets it out. Immutable and thread-safe.
 */
public final class SigningKey {
  /** Length of a seed, in bytes. */
  public static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

  private final byte[] seed;
  private final byte[] encodedPublicKey;
  private final PublicKey publicKey;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    this.encodedPublicKey = new byte[PublicKey.BYTES];
    Ed25519.generatePublicKey(seed, 0, encodedPublicKey, 0);
    this.publicKey = PublicKey.enrol(encodedPublicKey);
  }

  /** Makes a fresh key. */
  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return new SigningKey(seed);
  }

  /** Makes the key of a 32-byte seed, the private key of RFC 8032 §5.1.5; any other length is refused. */
  public static SigningKey fromSeed(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("A seed has 32 bytes");
    }
    return new SigningKey(seed.clone());
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  /** Signs a message (RFC 8032 §5.1.6): 64 bytes, always the same for the same message. */
  public byte[] sign(byte[] message) {
    return FastestSigner.INSTANCE.sign(seed, encodedPublicKey, message);
  }

  /** The secret itself, 32 bytes, for a key file that only its owner can read. */
  public byte[] exportSeed() {
    return seed.clone();
  }

  @Override
  public String toString() {
    return "SigningKey[of " + publicKey.keyId() + "]";
  }
}
