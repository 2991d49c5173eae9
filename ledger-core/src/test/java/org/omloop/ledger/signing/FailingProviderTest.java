package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SignatureException;
import java.security.SignatureSpi;
import org.junit.jupiter.api.Test;

/** A provider that breaks down changes no verdict and no signature: Bouncy Castle gives them. */
class FailingProviderTest {
  @Test
  void checkedFailureLeavesTheVerdictsAsTheyAre() {
    assertTrue(KnownVerdicts.areGivenBy(new NativeVerifier(new Broken(FailsChecked.class))));
  }

  @Test
  void uncheckedFailureLeavesTheVerdictsAsTheyAre() {
    assertTrue(KnownVerdicts.areGivenBy(new NativeVerifier(new Broken(FailsUnchecked.class))));
  }

  @Test
  void failureLeavesTheSignaturesAsTheyAre() {
    Signer broken = new NativeSigner(new Broken(FailsChecked.class));
    for (Rfc8032Vector vector : Rfc8032Vector.all()) {
      assertArrayEquals(
          vector.signature(),
          broken.sign(
              vector.signingKey().exportSeed(), vector.publicKey().toBytes(), vector.message()),
          vector.name());
    }
  }

  private static final class Broken extends Provider {
    private static final long serialVersionUID = 1L;

    Broken(Class<? extends SignatureSpi> service) {
      super("Broken", "1", "fails at every signature");
      put("Signature.Ed25519", service.getName());
    }
  }

  /** Fails once everything is handed over. */
  public static final class FailsChecked extends NotWorking {
    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      throw new SignatureException("out of order");
    }
  }

  /** Fails as native code does that runs out of memory. */
  public static final class FailsUnchecked extends NotWorking {
    @Override
    protected boolean engineVerify(byte[] signature) {
      throw new IllegalStateException("out of order");
    }
  }

  private abstract static class NotWorking extends SignatureSpi {
    @Override
    protected void engineInitVerify(java.security.PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      throw new InvalidKeyException("verifies only");
    }

    @Override
    protected void engineUpdate(byte part) {}

    @Override
    protected void engineUpdate(byte[] part, int offset, int length) {}

    @Override
    protected byte[] engineSign() throws SignatureException {
      throw new SignatureException("verifies only");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      return null;
    }
  }
}
