package org.omloop.server.sequencer;

import java.util.function.LongSupplier;

/** The time entries are booked at, in unix microseconds, and the time that the world around says it is. */
@FunctionalInterface
public interface EntryClock extends LongSupplier {
  /** How far the two may be apart before an operator should look, in microseconds. */
  long MOST_APART = 60_000_000;

  /** Returns the wall clock's time, in unix microseconds; where there is no other, the booking time itself. */
  default long wallMicros() {
    return getAsLong();
  }
}
