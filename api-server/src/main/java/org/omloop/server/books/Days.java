package org.omloop.server.books;

import java.time.Duration;
import java.time.LocalDate;

/** Days of the books, in UTC. */
final class Days {
  private static final long MICROS = Duration.ofDays(1).toNanos() / 1_000;

  private Days() {}

  /** Returns the day of a moment in unix microseconds. */
  static LocalDate of(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS));
  }
}
