package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PublicKeyTest {
  private static final PublicKey KEY = SigningKey.fromSeed(new byte[32]).publicKey();

  @Test
  void keyIdIsTheRfc7638Thumbprint() {
    // RFC 8037, appendix A.3.
    PublicKey key = PublicKey.parse("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assertEquals("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", key.keyId().text());
  }

  @Test
  void pointsOfSmallOrderAreRefused() {
    for (int multiple = 0; multiple < 8; multiple++) {
      assertRefused(
          EdwardsPoint.OF_ORDER_EIGHT.times(BigInteger.valueOf(multiple)).encode());
    }
  }

  @Test
  void pointsWithASmallOrderPartAreRefused() {
    EdwardsPoint honest = EdwardsPoint.decode(KEY.toBytes()).orElseThrow();
    for (int multiple = 1; multiple < 8; multiple++) {
      EdwardsPoint small = EdwardsPoint.OF_ORDER_EIGHT.times(BigInteger.valueOf(multiple));
      assertRefused(honest.plus(small).encode());
    }
  }

  @Test
  void encodingsBeyondTheFieldAreRefused() {
    for (int excess = 0; excess < 19; excess++) {
      BigInteger y = EdwardsPoint.P.add(BigInteger.valueOf(excess));
      assertRefused(LittleEndian.toBytes(y));
      assertRefused(LittleEndian.toBytes(y.setBit(255)));
    }
  }

  @Test
  void bytesThatAreNoPointAreRefused() {
    BigInteger y = BigInteger.TWO;
    while (EdwardsPoint.fromY(y, false).isPresent()) {
      y = y.add(BigInteger.ONE);
    }
    assertRefused(LittleEndian.toBytes(y));
  }

  @Test
  void otherLengthsAreRefused() {
    for (int length : new int[] {0, 31, 33, 64}) {
      assertRefused(new byte[length]);
    }
  }

  @Test
  void equalBytesAreEqualKeys() {
    assertEquals(KEY, PublicKey.enrol(KEY.toBytes()));
    assertEquals(KEY.hashCode(), PublicKey.enrol(KEY.toBytes()).hashCode());
    assertNotEquals(KEY, SigningKey.fromSeed(seedOfOnes()).publicKey());
  }

  @Test
  void textReadsBack() {
    assertEquals(KEY, PublicKey.parse(KEY.toString()));
  }

  @Test
  void callersCannotChangeAKey() {
    byte[] given = KEY.toBytes();
    PublicKey key = PublicKey.enrol(given);
    given[0] ^= 1;
    key.toBytes()[0] ^= 1;
    assertArrayEquals(KEY.toBytes(), key.toBytes());
  }

  private static byte[] seedOfOnes() {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) 1);
    return seed;
  }

  private static void assertRefused(byte[] encoded) {
    assertThrows(IllegalArgumentException.class, () -> PublicKey.enrol(encoded));
  }
}
