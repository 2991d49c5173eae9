package org.omloop.server.demo.market;

import java.time.LocalDate;

/** A custom of the market that comes round: it notes its wishes for a day when that day begins. */
@FunctionalInterface
interface Rhythm {
  /** Notes the wishes of a date; {@code day} counts from 0 for the plan's first. */
  void begin(LocalDate date, int day);
}
