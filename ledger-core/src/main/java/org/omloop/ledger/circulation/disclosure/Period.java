package org.omloop.ledger.circulation.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  }

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
