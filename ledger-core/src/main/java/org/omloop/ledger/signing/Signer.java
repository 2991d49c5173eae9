package org.omloop.ledger.signing;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Signs with a seed (RFC 8032 §5.1.6): whoever does it, the 64 bytes are the same. Thread-safe.
 *
 * <p>The public key must be the seed's own.
 */
@FunctionalInterface
interface Signer {
  byte[] sign(byte[] seed, byte[] encodedPublicKey, byte[] message);

  /** Returns the signer that runs on every machine. */
  static Signer portable() {
    return (seed, encodedPublicKey, message) -> {
      byte[] signature = new byte[SignatureVerifier.SIGNATURE_BYTES];
      Ed25519.sign(seed, 0, encodedPublicKey, 0, message, 0, message.length, signature, 0);
      return signature;
    };
  }
}
