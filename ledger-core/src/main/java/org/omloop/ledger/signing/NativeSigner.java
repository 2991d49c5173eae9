package org.omloop.ledger.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Signs on native code, the Amazon Corretto Crypto Provider; Bouncy Castle does it should the provider ever fail. */
final class NativeSigner implements Signer {
  private final ThreadLocal<Signature> signatures; // a Signature serves one thread

  NativeSigner(Provider provider) {
    this.signatures = ThreadLocal.withInitial(() -> NativeProvider.newSignature(provider));
  }

  /** The signer, if its provider is present, runs on this machine and signs a known message rightly. */
  static Optional<Signer> load() {
    return load(NativeSigner.class.getClassLoader());
  }

  static Optional<Signer> load(ClassLoader providers) {
    return NativeProvider.serve(
        providers, provider -> new NativeSigner(provider), NativeSigner::isRight);
  }

  /** RFC 8032 §7.1, test 2. */
  private static boolean isRight(Signer signer) {
    HexFormat hex = HexFormat.of();
    byte[] signature = signer.sign(
        hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
        hex.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
        new byte[] {0x72});
    return hex.formatHex(signature)
        .equals("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }

  @Override
  public byte[] sign(byte[] seed, byte[] encodedPublicKey, byte[] message) {
    Signature signature = signatures.get();
    try {
      signature.initSign(new Pkcs8Key(seed));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException | RuntimeException trouble) {
      // The provider reports its own failures unchecked; the signature is the same.
      return Signer.portable().sign(seed, encodedPublicKey, message);
    }
  }

  /** A key in the form in which providers exchange keys (PrivateKeyInfo, RFC 8410 §7); its text hides it. */
  private static final class Pkcs8Key implements PrivateKey {
    private static final long serialVersionUID = 1L;
    private static final byte[] PREFIX =
        HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final transient byte[] seed;

    Pkcs8Key(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public String getAlgorithm() {
      return "EdDSA";
    }

    @Override
    public String getFormat() {
      return "PKCS#8";
    }

    @Override
    public byte[] getEncoded() {
      byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + seed.length);
      System.arraycopy(seed, 0, encoded, PREFIX.length, seed.length);
      return encoded;
    }
  }
}
