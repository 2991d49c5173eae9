package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Native code signs as Bouncy Castle does, byte for byte. */
class NativeSignerTest {
  private static final int ROUNDS = 2_000;

  @Test
  void bothMakeTheSameSignatures() {
    Optional<Signer> nativeSigner = NativeSigner.load();
    assumeTrue(nativeSigner.isPresent(), "SKIPPED: no native provider on this machine");
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] seed = new byte[SigningKey.SEED_BYTES];
      random.nextBytes(seed);
      byte[] message = new byte[random.nextInt(500)];
      random.nextBytes(message);
      byte[] publicKey = SigningKey.fromSeed(seed).publicKey().toBytes();
      assertArrayEquals(
          Signer.portable().sign(seed, publicKey, message),
          nativeSigner.get().sign(seed, publicKey, message),
          "round " + round + " of seed 7");
    }
  }

  @Test
  void withoutItsProviderThereIsNone() throws Exception {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      assertEquals(Optional.empty(), NativeSigner.load(empty));
    }
  }
}
