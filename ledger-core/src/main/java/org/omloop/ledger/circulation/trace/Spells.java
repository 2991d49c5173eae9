package org.omloop.ledger.circulation.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.omloop.ledger.circulation.number.SixDecimals;

/**
 * Spells that have ended: money that lay with one unit, from its arrival to its departure (C5).
 *
 * @param amount Σ amount, minor units
 * @param time Σ amount × time, minor units × milliseconds
 */
public record Spells(long amount, BigInteger time) {
  private static final BigInteger DAY = BigInteger.valueOf(86_400_000);

  /** Returns the spells that ended since an earlier state. */
  public Spells since(Spells earlier) {
    return new Spells(amount - earlier.amount, time.subtract(earlier.time));
  }

  /** Returns their mean length in days; empty where none has ended. */
  public Optional<BigDecimal> meanDays() {
    return SixDecimals.ratio(time, BigInteger.valueOf(amount).multiply(DAY));
  }
}
