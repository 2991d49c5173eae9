package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FastestVerifierTest {
  @Test
  void isChosenOnce() {
    assertSame(SignatureVerifier.fastest(), SignatureVerifier.fastest());
  }

  @Test
  void givesTheKnownVerdicts() {
    assertTrue(KnownVerdicts.areGivenBy(SignatureVerifier.fastest()));
  }

  @Test
  void withoutAProviderThereIsNoNativeVerifier() {
    assertEquals(Optional.empty(), NativeVerifier.load(ClassLoader.getPlatformClassLoader()));
  }
}
