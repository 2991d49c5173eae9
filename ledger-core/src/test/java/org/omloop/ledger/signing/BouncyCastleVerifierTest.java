package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BouncyCastleVerifierTest extends OrderValidityRules {
  @Override
  SignatureVerifier verifier() {
    return SignatureVerifier.portable();
  }

  @Test
  void givesTheKnownVerdicts() {
    assertTrue(KnownVerdicts.areGivenBy(verifier()));
  }
}
