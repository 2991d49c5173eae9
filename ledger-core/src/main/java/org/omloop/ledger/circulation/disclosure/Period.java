package org.omloop.ledger.circulation.disclosure;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A calendar month, quarter or year in UTC (docs/adr/0014). There is no other period, so that no two published ones
 * overlap in part.
 *
 * @param year 1 … 9999
 * @param number 1 … 12 for a month, 1 … 4 for a quarter, 1 for a year
 */
public record Period(Length length, int year, int number) {
  /** How long a period is. */
  public enum Length {
    MONTH(12),
    QUARTER(4),
    YEAR(1);

    private final int perYear;

    Length(int perYear) {
      this.perYear = perYear;
    }

    /** Returns how many a year has. */
    public int perYear() {
      return perYear;
    }
  }

  private static final Pattern NAME = Pattern.compile(
      "(?<year>(?!0000)[0-9]{4})(?:-(?:(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])))?");

  /** Throws {@link IllegalArgumentException} for what is on no calendar. */
  public Period {
    if (year < 1 || year > 9999 || number < 1 || number > length.perYear) {
      throw new IllegalArgumentException("no " + length + " " + number + " in year " + year);
    }
  }

  /** Returns a month, numbered from 1. */
  public static Period month(int year, int month) {
    return new Period(Length.MONTH, year, month);
  }

  /** Returns a quarter, numbered from 1. */
  public static Period quarter(int year, int quarter) {
    return new Period(Length.QUARTER, year, quarter);
  }

  /** Returns a whole year. */
  public static Period year(int year) {
    return new Period(Length.YEAR, year, 1);
  }

  /** Returns the period of that name, such as {@code 2026-03}, {@code 2026-Q1} or {@code 2026}; empty for no name of one. */
  public static Optional<Period> named(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group("year"));
    if (parts.group("month") != null) {
      return Optional.of(month(year, Integer.parseInt(parts.group("month"))));
    }
    return Optional.of(
        parts.group("quarter") == null
            ? year(year)
            : quarter(year, Integer.parseInt(parts.group("quarter"))));
  }

  /** Returns the period of the same length that comes so many after this one; before it, where negative. */
  public Period plus(int periods) {
    int numbered = Math.addExact(year * length.perYear + number - 1, periods);
    return new Period(
        length,
        Math.floorDiv(numbered, length.perYear),
        Math.floorMod(numbered, length.perYear) + 1);
  }

  /** Returns when it begins, in milliseconds since the epoch. */
  public long start() {
    return startOf(firstMonth());
  }

  private YearMonth firstMonth() {
    return YearMonth.of(year, (number - 1) * months() + 1);
  }

  private int months() {
    return 12 / length.perYear;
  }

  private static long startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** Returns when the next one begins, in milliseconds since the epoch: the first moment after this one. */
  public long end() {
    return startOf(
        firstMonth().plusMonths(months())); // the last period ends too, though no other follows it
  }

  /** Returns a month's quarter or a quarter's year. */
  Optional<Period> parent() {
    return switch (length) {
      case MONTH -> Optional.of(quarter(year, (number + 2) / 3));
      case QUARTER -> Optional.of(year(year));
      case YEAR -> Optional.empty();
    };
  }

  /** Returns a year's quarters or a quarter's months. */
  List<Period> children() {
    return switch (length) {
      case MONTH -> List.of();
      case QUARTER ->
        IntStream.rangeClosed(number * 3 - 2, number * 3)
            .mapToObj(month -> month(year, month))
            .toList();
      case YEAR ->
        IntStream.rangeClosed(1, 4).mapToObj(quarter -> quarter(year, quarter)).toList();
    };
  }

  /** Returns {@code 2026-03}, {@code 2026-Q1} or {@code 2026}. */
  @Override
  public String toString() {
    return switch (length) {
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, number);
      case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, number);
      case YEAR -> String.format(Locale.ROOT, "%04d", year);
    };
  }
}
