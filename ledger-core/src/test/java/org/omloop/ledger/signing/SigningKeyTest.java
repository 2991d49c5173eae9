package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  @Test
  void signsAsRfc8032Does() {
    for (Rfc8032Vector vector : Rfc8032Vector.all()) {
      assertEquals(vector.publicKey(), vector.signingKey().publicKey(), vector.name());
      assertArrayEquals(
          vector.signature(), vector.signingKey().sign(vector.message()), vector.name());
    }
  }

  @Test
  void freshKeySignsValidly() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    byte[] message = {1, 2, 3};
    assertTrue(SignatureVerifier.portable().isValid(key.publicKey(), message, key.sign(message)));
  }

  @Test
  void exportedSeedMakesTheSameKey() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    assertEquals(key.publicKey(), SigningKey.fromSeed(key.exportSeed()).publicKey());
  }

  @Test
  void textHidesTheSecret() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    assertFalse(key.toString().contains(HexFormat.of().formatHex(key.exportSeed())));
    assertFalse(key.toString().contains(Base64Url.encode(key.exportSeed())));
    assertTrue(key.toString().contains(key.publicKey().keyId().text()));
  }

  @Test
  void seedsOfOtherLengthsAreRefused() {
    for (int length : new int[] {0, 31, 33, 64}) {
      assertThrows(IllegalArgumentException.class, () -> SigningKey.fromSeed(new byte[length]));
    }
  }
}
