package org.omloop.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The moment an order is decided, in unix microseconds. Days and months are those of UTC: time-zone tables change, and
 * a journal must replay for ever (docs/adr/0014).
 */
record BookingTime(long micros) {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long SECONDS_PER_DAY = 86_400;

  long seconds() {
    return Math.floorDiv(micros, MICROS_PER_SECOND);
  }

  /** Returns the day's number, counted from 1970. */
  long day() {
    return Math.floorDiv(seconds(), SECONDS_PER_DAY);
  }

  YearMonth yearMonth() {
    return YearMonth.from(Instant.ofEpochSecond(seconds()).atOffset(ZoneOffset.UTC));
  }

  /** Returns when its month began, unix seconds. */
  long beginOfMonth() {
    return yearMonth().atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  /** Returns the month's number, counted from the year 0. */
  long month() {
    return yearMonth().getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH);
  }
}
