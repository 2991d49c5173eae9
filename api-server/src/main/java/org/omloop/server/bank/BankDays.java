package org.omloop.server.bank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/** Days on which banks move euros between each other: the calendar of TARGET (ECB, since 2002). */
public final class BankDays {
  /** Where the day begins and ends: the Dutch banks' clock. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final Set<MonthDay> FIXED =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));
  private static final int GOOD_FRIDAY = -2;
  private static final int EASTER_MONDAY = 1;

  private BankDays() {}

  /** Returns how many bank days came after a day, up to another and with it; 0 where that is not later. */
  public static int between(LocalDate from, LocalDate until) {
    return (int) from.plusDays(1)
        .datesUntil(until.isAfter(from) ? until.plusDays(1) : from.plusDays(1))
        .filter(BankDays::isBankDay)
        .count();
  }

  /** Returns that day, or the first one after it on which banks work. */
  public static LocalDate from(LocalDate date) {
    LocalDate day = date;
    while (!isBankDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Tells whether banks work on a day. */
  public static boolean isBankDay(LocalDate day) {
    LocalDate easter = easter(day.getYear());
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !FIXED.contains(MonthDay.from(day))
        && !day.equals(easter.plusDays(GOOD_FRIDAY))
        && !day.equals(easter.plusDays(EASTER_MONDAY));
  }

  /** The Gregorian computus of 1876 (Nature 13, 487). */
  static LocalDate easter(int year) {
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
