package org.omloop.server.sequencer;

import java.util.function.LongSupplier;

/** The time entries are booked at, in unix microseconds, and the time that the world around says it is. */
@FunctionalInterface
public interface EntryClock extends LongSupplier {
  /** How far the two may be apart before an operator should look, in microseconds. */
  long MOST_APART = 60_000_000;

  /** Returns how far the wall clock is ahead of the booking time last given, in microseconds; 0 where there is none. */
  default long wallAhead() {
    return 0;
  }
}
