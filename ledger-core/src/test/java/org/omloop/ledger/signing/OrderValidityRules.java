package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every implementation of the order-validity rule has to decide, whichever library it stands on. */
abstract class OrderValidityRules {
  private static final byte[] SEED =
      HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  private static final SigningKey SIGNER = SigningKey.fromSeed(SEED);
  private static final PublicKey KEY = SIGNER.publicKey();
  private static final byte[] MESSAGE = "ten loaves".getBytes(StandardCharsets.UTF_8);
  private static final BigInteger SECRET_R = new BigInteger("1234567890123456789");

  abstract SignatureVerifier verifier();

  @Test
  void rfc8032SignaturesAreValid() {
    for (Rfc8032Vector vector : Rfc8032Vector.all()) {
      assertTrue(
          verifier().isValid(vector.publicKey(), vector.message(), vector.signature()),
          vector.name());
    }
  }

  @Test
  void wycheproofVerdictsComeOutAsPublished() throws IOException {
    Path file = Path.of("../../shared/vectors/ed25519/wycheproof_ed25519_test.json");
    assumeTrue(Files.exists(file), "SKIPPED: no Wycheproof vectors at " + file.toAbsolutePath());
    List<WycheproofCase> cases = WycheproofCase.read(file);
    assertEquals(151, cases.size());
    assertEquals(88, cases.stream().filter(WycheproofCase::valid).count());
    for (WycheproofCase wycheproof : cases) {
      assertEquals(
          wycheproof.valid(),
          verifier()
              .isValid(
                  PublicKey.enrol(wycheproof.key()), wycheproof.message(), wycheproof.signature()),
          wycheproof::toString);
    }
  }

  @Test
  void craftedSignatureWithHonestRIsValid() {
    assertTrue(isValid(craft(EdwardsPoint.BASE.times(SECRET_R).encode(), SECRET_R, 0)));
  }

  @Test
  void everyMultipleOfTheOrderAddedToSIsRefused() {
    byte[] honestR = EdwardsPoint.BASE.times(SECRET_R).encode();
    for (int excess = 1; excess <= 15; excess++) {
      assertFalse(isValid(craft(honestR, SECRET_R, excess)), "S + " + excess + "L");
    }
  }

  @Test
  void rWithASmallOrderPartIsRefused() {
    EdwardsPoint honest = EdwardsPoint.BASE.times(SECRET_R);
    for (int multiple = 1; multiple < 8; multiple++) {
      EdwardsPoint mixed = honest.plus(smallOrderPoint(multiple));
      assertFalse(isValid(craft(mixed.encode(), SECRET_R, 0)), "R + " + multiple + "T");
    }
  }

  @Test
  void rOfSmallOrderIsRefused() {
    for (int multiple = 0; multiple < 8; multiple++) {
      byte[] encodedR = smallOrderPoint(multiple).encode();
      assertFalse(isValid(craft(encodedR, BigInteger.ZERO, 0)), "R = " + multiple + "T");
    }
  }

  @Test
  void nonCanonicalEncodingsOfRAreRefused() {
    for (int excess = 0; excess < 19; excess++) {
      BigInteger y = EdwardsPoint.P.add(BigInteger.valueOf(excess));
      assertFalse(isValid(craft(LittleEndian.toBytes(y), BigInteger.ZERO, 0)), "y = p + " + excess);
      assertFalse(
          isValid(craft(LittleEndian.toBytes(y.setBit(255)), BigInteger.ZERO, 0)),
          "y = p + " + excess + ", x odd");
    }
  }

  @Test
  void minusZeroIsNoEncodingOfTheIdentity() {
    byte[] encodedR = EdwardsPoint.IDENTITY.encode();
    encodedR[31] |= (byte) 0x80;
    assertFalse(isValid(craft(encodedR, BigInteger.ZERO, 0)));
  }

  @Test
  void anyLengthButSixtyFourIsRefused() {
    byte[] signature = SIGNER.sign(MESSAGE);
    assertTrue(isValid(signature));
    for (int length : new int[] {0, 1, 32, 63, 65, 66, 96, 128, 1024}) {
      assertFalse(isValid(Arrays.copyOf(signature, length)), length + " bytes");
    }
  }

  @Test
  void everyFlippedBitIsRefused() {
    byte[] signature = SIGNER.sign(MESSAGE);
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(isValid(flipped), "bit " + bit);
    }
  }

  @Test
  void anotherKeyOrMessageIsRefused() {
    byte[] signature = SIGNER.sign(MESSAGE);
    PublicKey otherKey = SigningKey.fromSeed(new byte[32]).publicKey();
    assertFalse(verifier().isValid(otherKey, MESSAGE, signature));
    assertFalse(verifier().isValid(KEY, new byte[0], signature));
    assertTrue(verifier().isValid(KEY, MESSAGE, signature));
  }

  @Test
  void randomlyCraftedSignaturesAreJudgedAsTheReferenceJudges() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int accepted = 0;
    for (int round = 0; round < 25; round++) {
      byte[] message = new byte[random.nextInt(200)];
      random.nextBytes(message);
      byte[] signature = randomlyCrafted(random, message);
      boolean expected = Ed25519Reference.isValid(KEY.toBytes(), message, signature);
      accepted += expected ? 1 : 0;
      assertEquals(
          expected,
          verifier().isValid(KEY, message, signature),
          () -> "seed " + seed + ", " + HexFormat.of().formatHex(signature));
    }
    assertTrue(accepted > 0 && accepted < 25, "seed " + seed + ": both verdicts must occur");
  }

  @Test
  void threadsMayShareAVerifier() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> work = this::decidesRightlyForAWhile;
      for (Future<Boolean> result : threads.invokeAll(List.of(work, work, work, work))) {
        assertTrue(result.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean decidesRightlyForAWhile() {
    SigningKey own = SigningKey.generate(new SecureRandom());
    byte[] signature = own.sign(MESSAGE);
    for (int round = 0; round < 200; round++) {
      if (!verifier().isValid(own.publicKey(), MESSAGE, signature)
          || verifier().isValid(KEY, MESSAGE, signature)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] randomlyCrafted(Random random, byte[] message) {
    BigInteger r = new BigInteger(250, random);
    EdwardsPoint point = EdwardsPoint.BASE.times(r);
    if (random.nextInt(3) == 0) {
      point = point.plus(smallOrderPoint(random.nextInt(8)));
    }
    int excess = random.nextInt(3) == 0 ? random.nextInt(16) : 0;
    return Ed25519Reference.craft(SEED, message, point.encode(), r, excess);
  }

  private boolean isValid(byte[] signature) {
    return verifier().isValid(KEY, MESSAGE, signature);
  }

  private static byte[] craft(byte[] encodedR, BigInteger r, int excess) {
    return Ed25519Reference.craft(SEED, MESSAGE, encodedR, r, excess);
  }

  private static EdwardsPoint smallOrderPoint(int multiple) {
    return EdwardsPoint.OF_ORDER_EIGHT.times(BigInteger.valueOf(multiple));
  }
}
