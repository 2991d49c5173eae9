package org.omloop.ledger.signing;

/**
 * Decides whether a signature is valid; the rule is the protocol's, not a library's. A signature over message M by key
 * A is valid if and only if
 *
 * <ul>
 *   <li>it is 64 bytes, R followed by S;
 *   <li>S, little-endian, is smaller than the group order L;
 *   <li>R is the canonical encoding of a point of exactly the prime order;
 *   <li>S·B = R + H(R‖A‖M)·A, without a cofactor.
 * </ul>
 *
 * <p>All implementations decide the same set and are thread-safe. Source: docs/adr/0002.
 */
public interface SignatureVerifier {
  /** Length of a signature, in bytes. */
  int SIGNATURE_BYTES = 64;

  /** Whether the signature, bytes of any length, is valid for this message and key. */
  boolean isValid(PublicKey key, byte[] message, byte[] signature);

  /** The verifier that runs everywhere: Bouncy Castle, pure Java. */
  static SignatureVerifier portable() {
    return BouncyCastleVerifier.INSTANCE;
  }

  /**
   * The fastest verifier that runs here: the native one where its provider is on the class path, as on Linux, else the
   * portable one. The first call loads native code, up to a second; call it before the first order comes.
   */
  static SignatureVerifier fastest() {
    return FastestVerifier.INSTANCE;
  }
}
