package org.omloop.ledger.signing;

/** Chosen once, when something is first signed. */
final class FastestSigner {
  static final Signer INSTANCE = NativeSigner.load().orElseGet(Signer::portable);

  private FastestSigner() {}
}
