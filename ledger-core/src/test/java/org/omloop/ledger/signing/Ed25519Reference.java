package org.omloop.ledger.signing;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The order-validity rule word for word, and signatures that follow no signer's rules. Slow and independent. */
final class Ed25519Reference {
  private Ed25519Reference() {}

  static boolean isValid(byte[] key, byte[] message, byte[] signature) {
    if (signature.length != 64) {
      return false;
    }
    byte[] encodedR = Arrays.copyOf(signature, 32);
    BigInteger s = LittleEndian.toNumber(Arrays.copyOfRange(signature, 32, 64));
    EdwardsPoint a = EdwardsPoint.decode(key).orElseThrow();
    return s.compareTo(EdwardsPoint.L) < 0
        && EdwardsPoint.decode(encodedR)
            .filter(EdwardsPoint::hasPrimeOrder)
            .map(r -> r.plus(a.times(challenge(encodedR, key, message))))
            .filter(right -> EdwardsPoint.BASE.times(s).isSamePointAs(right))
            .isPresent();
  }

  /** H(R‖A‖M) modulo L. */
  static BigInteger challenge(byte[] encodedR, byte[] key, byte[] message) {
    return LittleEndian.toNumber(sha512(encodedR, key, message)).mod(EdwardsPoint.L);
  }

  /** The secret scalar of a seed (RFC 8032 §5.1.5). */
  static BigInteger scalar(byte[] seed) {
    byte[] half = Arrays.copyOf(sha512(seed), 32);
    half[0] &= (byte) 0xf8;
    half[31] &= 0x7f;
    half[31] |= 0x40;
    return LittleEndian.toNumber(half);
  }

  /** A signature with the R given as bytes, and S = r + H(R‖A‖M)·a + excess·L. */
  static byte[] craft(byte[] seed, byte[] message, byte[] encodedR, BigInteger r, int excess) {
    byte[] key = SigningKey.fromSeed(seed).publicKey().toBytes();
    BigInteger s = challenge(encodedR, key, message)
        .multiply(scalar(seed))
        .add(r)
        .mod(EdwardsPoint.L)
        .add(EdwardsPoint.L.multiply(BigInteger.valueOf(excess)));
    byte[] signature = Arrays.copyOf(encodedR, 64);
    System.arraycopy(LittleEndian.toBytes(s), 0, signature, 32, 32);
    return signature;
  }

  private static byte[] sha512(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
