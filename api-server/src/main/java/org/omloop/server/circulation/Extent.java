package org.omloop.server.circulation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.disclosure.Period;

/**
 * Which periods a journal covers, and which of them are over: an entry has been booked after their end. What the clock
 * says counts for nothing, so that everybody who reads the journal finds the same.
 *
 * @param size how many entries it has
 * @param firstBookedAt milliseconds since the epoch
 * @param lastBookedAt milliseconds since the epoch
 * @param monthEnds where the journal stood at the end of each month that is over, by that moment
 */
record Extent(long size, long firstBookedAt, long lastBookedAt, Map<Long, Mark> monthEnds) {
  static final Extent EMPTY = new Extent(0, 0, 0, Map.of());

  Extent {
    monthEnds = Map.copyOf(monthEnds);
  }

  /** Returns all months, then all quarters, then all years that have an entry or lie between two, in order. */
  List<Period> periods() {
    List<Period> all = new ArrayList<>();
    if (size == 0) {
      return all;
    }
    YearMonth first = month(firstBookedAt);
    for (Period.Length length : Period.Length.values()) {
      int months = 12 / length.perYear();
      Period period = new Period(length, first.getYear(), (first.getMonthValue() - 1) / months + 1);
      for (; period.start() <= lastBookedAt; period = period.plus(1)) {
        all.add(period);
      }
    }
    return all;
  }

  private static YearMonth month(long millis) {
    return YearMonth.from(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
  }

  boolean covers(Period period) {
    return size > 0 && period.end() > firstBookedAt && period.start() <= lastBookedAt;
  }

  /** Returns where the journal stood when a period was over; empty while it is not. */
  Optional<Mark> end(Period period) {
    return Optional.ofNullable(monthEnds.get(period.end()));
  }
}
