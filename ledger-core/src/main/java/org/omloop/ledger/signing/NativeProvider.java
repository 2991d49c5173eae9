package org.omloop.ledger.signing;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Predicate;

/** The Amazon Corretto Crypto Provider, which brings AWS-LC, where it is present and runs on this machine. */
final class NativeProvider {
  private static final String NAME =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final String ALGORITHM = "Ed25519";

  private NativeProvider() {}

  /** Returns what is made from it, if there is one that does the known cases rightly. */
  static <T> Optional<T> serve(
      ClassLoader providers, Function<Provider, T> maker, Predicate<T> knownCases) {
    try {
      // Providers are told apart by class name first: making one of the others here can be slow.
      return ServiceLoader.load(Provider.class, providers).stream()
          .filter(candidate -> candidate.type().getName().equals(NAME))
          .map(ServiceLoader.Provider::get)
          .filter(candidate -> candidate.getService("Signature", ALGORITHM) != null)
          .map(maker)
          .filter(knownCases)
          .findFirst();
    } catch (ServiceConfigurationError | LinkageError unusable) {
      return Optional.empty();
    }
  }

  static Signature newSignature(Provider provider) {
    try {
      return Signature.getInstance(ALGORITHM, provider);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("The provider had Ed25519 when it was loaded", missing);
    }
  }
}
