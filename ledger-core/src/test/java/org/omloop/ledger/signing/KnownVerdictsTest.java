package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

/** A verifier that is laxer or stricter than the rule does not pass. */
class KnownVerdictsTest {
  @Test
  void refuseEverythingFails() {
    assertFalse(KnownVerdicts.areGivenBy((key, message, signature) -> false));
  }

  @Test
  void acceptEverythingFails() {
    assertFalse(KnownVerdicts.areGivenBy((key, message, signature) -> true));
  }

  @Test
  void bouncyCastleWithoutTheCheckOfRFails() {
    assertFalse(KnownVerdicts.areGivenBy((key, message, signature) ->
        Ed25519.verify(signature, 0, key.point(), message, 0, message.length)));
  }
}
