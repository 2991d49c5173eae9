package org.omloop.ledger.circulation.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** The form in which ratios and means are given: six decimals, half-even, without trailing zeros. */
public final class SixDecimals {
  private static final int SCALE = 6;

  private SixDecimals() {}

  /** Returns numerator ÷ denominator; empty when the denominator is zero, as that is never 0. */
  public static Optional<BigDecimal> ratio(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(plain(new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), SCALE, RoundingMode.HALF_EVEN)));
  }

  /** Returns numerator ÷ denominator of two counts; empty when the denominator is zero. */
  public static Optional<BigDecimal> ratio(long numerator, long denominator) {
    return ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** Returns a computed figure, rounded from its exact binary value. */
  public static BigDecimal of(double figure) {
    return plain(new BigDecimal(figure).setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal plain(BigDecimal rounded) {
    BigDecimal stripped = rounded.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
