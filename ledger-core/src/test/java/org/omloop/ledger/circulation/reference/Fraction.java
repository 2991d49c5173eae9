package org.omloop.ledger.circulation.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact ratio of two whole numbers. */
record Fraction(BigInteger numerator, BigInteger denominator) {
  static Fraction of(BigInteger numerator, BigInteger denominator) {
    return new Fraction(numerator, denominator);
  }

  static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  Fraction times(Fraction other) {
    BigInteger top = numerator.multiply(other.numerator);
    BigInteger bottom = denominator.multiply(other.denominator);
    BigInteger common = top.gcd(bottom).max(BigInteger.ONE);
    return new Fraction(top.divide(common), bottom.divide(common));
  }

  Fraction plus(Fraction other) {
    BigInteger top =
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
    return new Fraction(top, denominator.multiply(other.denominator)).times(of(1, 1));
  }

  /** Writes it with six decimals, half to even; "null" over zero. */
  String text() {
    if (denominator.signum() == 0) {
      return "null";
    }
    BigDecimal rounded =
        new BigDecimal(numerator).divide(new BigDecimal(denominator), 6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  double value() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }
}
