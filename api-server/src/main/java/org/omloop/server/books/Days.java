package org.omloop.server.books;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Days of the books, in UTC, and bank days: those of the euro's settlement system. */
final class Days {
  private static final long MICROS = Duration.ofDays(1).toNanos() / 1_000;
  private static final Set<MonthDay> CLOSED =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

  private Days() {}

  /** Returns the day of a moment in unix microseconds. */
  static LocalDate of(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS));
  }

  /** Returns how many bank days lie after the first date, up to and with the second; 0 when it is no later. */
  static int bankDaysBetween(LocalDate first, LocalDate second) {
    int count = 0;
    for (LocalDate day = first.plusDays(1); !day.isAfter(second); day = day.plusDays(1)) {
      count += isBankDay(day) ? 1 : 0;
    }
    return count;
  }

  private static boolean isBankDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    LocalDate easter = easter(day.getYear());
    return !weekend
        && !CLOSED.contains(MonthDay.from(day))
        && !day.equals(easter.minusDays(2))
        && !day.equals(easter.plusDays(1));
  }

  /** The Gregorian calendar's Easter, by the rule of Meeus, Jones and Butcher. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int day = h + l - 7 * m + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }
}
