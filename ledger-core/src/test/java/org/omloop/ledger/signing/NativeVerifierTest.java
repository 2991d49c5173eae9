package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeVerifierTest extends OrderValidityRules {
  private static final Optional<SignatureVerifier> NATIVE = NativeVerifier.load();

  @BeforeAll
  static void nativeCodeRunsHere() {
    assumeTrue(
        NATIVE.isPresent(),
        "SKIPPED: no native signature provider on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
  }

  @Override
  SignatureVerifier verifier() {
    return NATIVE.orElseThrow();
  }

  @Test
  void isTheFastest() {
    assertSame(NativeVerifier.class, SignatureVerifier.fastest().getClass());
  }
}
