package org.omloop.ledger.signing;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The rule on native code: the Amazon Corretto Crypto Provider, which brings AWS-LC.
 *
 * <p>AWS-LC refuses S ≥ L, computes S·B − H(R‖A‖M)·A and compares its encoding with R, byte by byte. A key A that was
 * enrolled has the prime order, hence so has that point, unless it is the identity: what remains to be refused here
 * are that one R and other lengths. Bouncy Castle answers should the provider ever fail.
 */
final class NativeVerifier implements SignatureVerifier {
  private static final byte[] ENCODED_IDENTITY = Arrays.copyOf(new byte[] {1}, PublicKey.BYTES);

  private final Provider provider;
  // A Signature serves one thread; kept, it also frees its last native key as soon as it gets the
  // next one.
  private final ThreadLocal<Signature> signatures;

  NativeVerifier(Provider provider) {
    this.provider = provider;
    this.signatures = ThreadLocal.withInitial(() -> NativeProvider.newSignature(provider));
  }

  /** The verifier, if its provider is present, runs on this machine and decides the known cases rightly. */
  static Optional<SignatureVerifier> load() {
    return load(NativeVerifier.class.getClassLoader());
  }

  static Optional<SignatureVerifier> load(ClassLoader providers) {
    return NativeProvider.serve(
        providers, provider -> new NativeVerifier(provider), KnownVerdicts::areGivenBy);
  }

  @Override
  public boolean isValid(PublicKey key, byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_BYTES
        && !hasIdentityForR(signature)
        && equationHolds(key, message, signature);
  }

  private static boolean hasIdentityForR(byte[] signature) {
    return Arrays.equals(signature, 0, PublicKey.BYTES, ENCODED_IDENTITY, 0, PublicKey.BYTES);
  }

  private boolean equationHolds(PublicKey key, byte[] message, byte[] signature) {
    Signature check = signatures.get();
    try {
      check.initVerify(new X509Key(key));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException | RuntimeException trouble) {
      // The provider reports its own failures unchecked; the rule, and so the answer, is the same.
      return SignatureVerifier.portable().isValid(key, message, signature);
    }
  }

  @Override
  public String toString() {
    return provider.getName() + " " + provider.getVersionStr();
  }

  /** A key in the form in which providers exchange keys (SubjectPublicKeyInfo, RFC 8410 §4). */
  private record X509Key(PublicKey key) implements java.security.PublicKey {
    private static final long serialVersionUID = 1L;
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    @Override
    public String getAlgorithm() {
      return "EdDSA";
    }

    @Override
    public String getFormat() {
      return "X.509";
    }

    @Override
    public byte[] getEncoded() {
      byte[] point = key.toBytes();
      byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + point.length);
      System.arraycopy(point, 0, encoded, PREFIX.length, point.length);
      return encoded;
    }
  }
}
