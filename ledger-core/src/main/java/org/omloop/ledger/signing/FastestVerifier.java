package org.omloop.ledger.signing;

/** Chosen once, when it is first asked for. */
final class FastestVerifier {
  static final SignatureVerifier INSTANCE =
      NativeVerifier.load().orElseGet(SignatureVerifier::portable);

  private FastestVerifier() {}
}
