package org.omloop.ledger.signing;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The rule in pure Java. Bouncy Castle multiplies the equation by a short factor before comparing, which lets some
 * signatures with a small-order part in R through; validating R in full closes that gap.
 */
enum BouncyCastleVerifier implements SignatureVerifier {
  INSTANCE;

  @Override
  public boolean isValid(PublicKey key, byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_BYTES
        && Ed25519.verify(signature, 0, key.point(), message, 0, message.length)
        && Ed25519.validatePublicKeyFull(signature, 0);
  }

  @Override
  public String toString() {
    return "Bouncy Castle";
  }
}
