package org.omloop.server.meters;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * A sum held against a limit of the law, and where it goes. Amounts are minor units.
 *
 * @param amount what it is
 * @param limit what it may be
 * @param alert 100, 90 or 70 when the amount is at that percentage of the limit or above; else 0
 * @param expected what it would be after {@link Meters#FORECAST_DAYS} days at the pace of as many days before
 * @param reachedOn the day on which the limit would be reached at that pace, within a year; the meters' own day when it
 *     has been
 */
public record Meter(
    long amount, long limit, int alert, long expected, Optional<LocalDate> reachedOn) {
  private static final List<Integer> ALERTS = List.of(100, 90, 70);
  private static final int YEAR = 365;

  /**
   * Holds an amount against a limit.
   *
   * @param ahead what it would be after so many days
   */
  static Meter of(long amount, long limit, LocalDate today, LongUnaryOperator ahead) {
    Optional<LocalDate> reached = amount >= limit ? Optional.of(today) : Optional.empty();
    for (int days = 1; days <= YEAR && reached.isEmpty(); days++) {
      if (ahead.applyAsLong(days) >= limit) {
        reached = Optional.of(today.plusDays(days));
      }
    }
    return new Meter(
        amount, limit, alert(amount, limit), ahead.applyAsLong(Meters.FORECAST_DAYS), reached);
  }

  private static int alert(long amount, long limit) {
    return ALERTS.stream().filter(each -> isAt(amount, limit, each)).findFirst().orElse(0);
  }

  /** Exact, whatever the scale of the currency. */
  private static boolean isAt(long amount, long limit, int percent) {
    return BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(100))
            .compareTo(BigInteger.valueOf(limit).multiply(BigInteger.valueOf(percent)))
        >= 0;
  }
}
