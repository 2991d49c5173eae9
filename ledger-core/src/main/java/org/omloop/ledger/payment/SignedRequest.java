package org.omloop.ledger.payment;

import java.util.Arrays;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.ledger.signing.SigningKey;

/**
 * Terms with the payee's signature: proof, also without a network, that this payee asked. 104 bytes. No signed order
 * and no signed note begins with the terms' first byte, so a signature of one kind is none of another.
 */
public final class SignedRequest {
  /** The length of a signed request, in bytes. */
  public static final int BYTES = RequestTerms.BYTES + SignatureVerifier.SIGNATURE_BYTES;

  private final RequestTerms terms;
  private final byte[] signature;

  private SignedRequest(RequestTerms terms, byte[] signature) {
    this.terms = terms;
    this.signature = signature;
  }

  /** Signs terms. */
  public static SignedRequest sign(RequestTerms terms, SigningKey key) {
    return new SignedRequest(terms, key.sign(terms.toBytes()));
  }

  /** Reads a signed request; throws {@link IllegalArgumentException} unless it is 104 bytes with terms in front. */
  public static SignedRequest parse(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a signed request has " + BYTES + " bytes");
    }
    return new SignedRequest(
        RequestTerms.parse(Arrays.copyOf(bytes, RequestTerms.BYTES)),
        Arrays.copyOfRange(bytes, RequestTerms.BYTES, BYTES));
  }

  /** Tells whether the key that the terms name signed them. */
  public boolean isBy(PublicKey key, SignatureVerifier verifier) {
    return terms.isBy(key.keyId()) && verifier.isValid(key, terms.toBytes(), signature);
  }

  /** Returns what is asked. */
  public RequestTerms terms() {
    return terms;
  }

  /** Returns the 104 bytes. */
  public byte[] toBytes() {
    byte[] bytes = Arrays.copyOf(terms.toBytes(), BYTES);
    System.arraycopy(signature, 0, bytes, RequestTerms.BYTES, signature.length);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedRequest request
        && terms.equals(request.terms)
        && Arrays.equals(signature, request.signature);
  }

  @Override
  public int hashCode() {
    return 31 * terms.hashCode() + Arrays.hashCode(signature);
  }
}
