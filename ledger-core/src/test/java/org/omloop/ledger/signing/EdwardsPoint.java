package org.omloop.ledger.signing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * A point of edwards25519 in extended coordinates (RFC 8032 §5.1.4): slow, plain arithmetic to craft signatures that
 * no signer would make, and to judge them without either library.
 */
record EdwardsPoint(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  static final BigInteger L =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final BigInteger D = BigInteger.valueOf(-121665)
      .multiply(BigInteger.valueOf(121666).modInverse(P))
      .mod(P);
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

  static final EdwardsPoint IDENTITY = affine(BigInteger.ZERO, BigInteger.ONE);
  static final EdwardsPoint BASE = fromY(
          BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P), false)
      .orElseThrow();

  /** Any point of order eight: its multiples are all eight points of small order. */
  static final EdwardsPoint OF_ORDER_EIGHT = pointOfOrderEight();

  private static EdwardsPoint affine(BigInteger x, BigInteger y) {
    return new EdwardsPoint(x, y, BigInteger.ONE, x.multiply(y).mod(P));
  }

  /** The point with this y and this sign of x, if the curve has one; y may exceed the field, as lax decoders allow. */
  static Optional<EdwardsPoint> fromY(BigInteger y, boolean xIsOdd) {
    BigInteger ySquared = y.multiply(y).mod(P);
    BigInteger xSquared = ySquared
        .subtract(BigInteger.ONE)
        .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(P))
        .mod(P);
    BigInteger x = xSquared.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!x.multiply(x).mod(P).equals(xSquared)) {
      x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
    }
    if (!x.multiply(x).mod(P).equals(xSquared)) {
      return Optional.empty();
    }
    return Optional.of(affine(x.testBit(0) == xIsOdd ? x : x.negate().mod(P), y.mod(P)));
  }

  /** The point that these 32 bytes encode, if they are its one canonical encoding. */
  static Optional<EdwardsPoint> decode(byte[] encoded) {
    BigInteger number = LittleEndian.toNumber(encoded);
    return fromY(number.clearBit(255), number.testBit(255))
        .filter(point -> Arrays.equals(point.encode(), encoded));
  }

  byte[] encode() {
    BigInteger inverse = z.modInverse(P);
    BigInteger affineY = y.multiply(inverse).mod(P);
    boolean xIsOdd = x.multiply(inverse).mod(P).testBit(0);
    return LittleEndian.toBytes(xIsOdd ? affineY.setBit(255) : affineY);
  }

  EdwardsPoint plus(EdwardsPoint other) {
    BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
    BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
    BigInteger c = t.multiply(D).shiftLeft(1).multiply(other.t).mod(P);
    BigInteger d = z.multiply(other.z).shiftLeft(1).mod(P);
    BigInteger e = b.subtract(a);
    BigInteger f = d.subtract(c);
    BigInteger g = d.add(c);
    BigInteger h = b.add(a);
    return new EdwardsPoint(
        e.multiply(f).mod(P),
        g.multiply(h).mod(P),
        f.multiply(g).mod(P),
        e.multiply(h).mod(P));
  }

  EdwardsPoint times(BigInteger factor) {
    EdwardsPoint product = IDENTITY;
    for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
      product = product.plus(product);
      if (factor.testBit(bit)) {
        product = product.plus(this);
      }
    }
    return product;
  }

  boolean isSamePointAs(EdwardsPoint other) {
    return Arrays.equals(encode(), other.encode());
  }

  boolean hasPrimeOrder() {
    return !isSamePointAs(IDENTITY) && times(L).isSamePointAs(IDENTITY);
  }

  private static EdwardsPoint pointOfOrderEight() {
    for (long y = 2; ; y++) {
      Optional<EdwardsPoint> candidate =
          fromY(BigInteger.valueOf(y), false).map(point -> point.times(L));
      if (candidate.isPresent()
          && !candidate.get().times(BigInteger.valueOf(4)).isSamePointAs(IDENTITY)) {
        return candidate.get();
      }
    }
  }
}
