package org.omloop.server.meters;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.omloop.ledger.account.AccountId;

/**
 * What the law counts, at one size of the journal. Immutable.
 *
 * @param entries how many entries there are: the size of the tree
 * @param bookedAt when the last was booked, unix microseconds
 * @param today the UTC day of that entry: the meters' last
 * @param days what was booked, by UTC day; days without are left out
 * @param opened the UTC day on which each account was opened
 */
public record Meters(
    long entries,
    long bookedAt,
    LocalDate today,
    SortedMap<LocalDate, DayVolume> days,
    Map<AccountId, LocalDate> opened) {
  /** How many days the forecast looks back and ahead. */
  public static final int FORECAST_DAYS = 90;

  public Meters {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    opened = Map.copyOf(opened);
  }

  /** Returns all that was booked in the twelve months that end with a day, that day included. */
  public DayVolume twelveMonths(LocalDate last) {
    return days.subMap(last.minusYears(1).plusDays(1), last.plusDays(1)).values().stream()
        .reduce(DayVolume.NOTHING, DayVolume::and);
  }

  /** Returns what was booked, by month. */
  public SortedMap<YearMonth, DayVolume> months() {
    SortedMap<YearMonth, DayVolume> months = new TreeMap<>();
    days.forEach((day, volume) -> months.merge(YearMonth.from(day), volume, DayVolume::and));
    return months;
  }

  /** Returns what is outstanding: all that was issued, less what was paid out. */
  public long outstanding() {
    return days.values().stream().mapToLong(DayVolume::outstanding).sum();
  }

  /**
   * Returns the twelve months' sum held against a limit.
   *
   * @param sum what of the days counts
   */
  public Meter volume(ToLongFunction<DayVolume> sum, long limit) {
    Trend trend = trend(sum);
    return Meter.of(
        year(sum, today), limit, today, days -> year(sum, today.plusDays(days)) + trend.over(days));
  }

  private long year(ToLongFunction<DayVolume> sum, LocalDate last) {
    return sum(sum, last.minusYears(1).plusDays(1), last);
  }

  private long sum(ToLongFunction<DayVolume> sum, LocalDate first, LocalDate last) {
    return days.subMap(first, last.plusDays(1)).values().stream().mapToLong(sum).sum();
  }

  /** Returns what is outstanding held against a limit. */
  public Meter outstanding(long limit) {
    Trend trend = trend(DayVolume::outstanding);
    return Meter.of(outstanding(), limit, today, days -> outstanding() + trend.over(days));
  }

  /** What the last 90 days brought, or as many as there were. */
  private Trend trend(ToLongFunction<DayVolume> sum) {
    if (days.isEmpty()) {
      return new Trend(0, 1);
    }
    LocalDate first = today.minusDays(FORECAST_DAYS - 1L);
    LocalDate start = days.firstKey().isAfter(first) ? days.firstKey() : first;
    return new Trend(sum(sum, start, today), ChronoUnit.DAYS.between(start, today) + 1);
  }

  /** So much in so many days, at the same pace. */
  private record Trend(long amount, long length) {
    long over(long other) {
      return Math.floorDiv(Math.multiplyExact(amount, other), length);
    }
  }
}
