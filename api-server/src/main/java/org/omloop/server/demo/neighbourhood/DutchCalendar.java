package org.omloop.server.demo.neighbourhood;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.IsoFields;
import java.util.Set;

/** The year as Dutch shops and banks know it: holidays, bank days, and how busy a day is. */
public final class DutchCalendar {
  private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
  private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);
  private static final MonthDay BOXING_DAY = MonthDay.of(12, 26);
  private static final MonthDay LABOUR_DAY = MonthDay.of(5, 1);
  private static final Set<MonthDay> QUIET = Set.of(NEW_YEAR, CHRISTMAS);

  /**
   * Weeks without school, as the calendar numbers them: New Year, spring, May, summer, autumn and Christmas. The real
   * ones change a little each year and differ by region.
   */
  private static final Set<Integer> NO_SCHOOL =
      Set.of(1, 8, 17, 18, 29, 30, 31, 32, 33, 34, 42, 52, 53);

  /** Purchases in a thousandth of an ordinary day's, Monday first. */
  private static final int[] WEEK = {800, 950, 1000, 1000, 1150, 1350, 450};

  /** Purchases in a thousandth of an ordinary month's, January first. */
  private static final int[] YEAR = {
    860, 900, 970, 1000, 1040, 1010, 680, 660, 1000, 1020, 1060, 1230
  };

  private DutchCalendar() {}

  /** Returns Easter Sunday of a year from 1900 to 2099 (Gauss's rule for those centuries). */
  public static LocalDate easter(int year) {
    int moon = (19 * (year % 19) + 24) % 30;
    int week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    int days = moon + week;
    if (days == 35 || (days == 34 && moon == 28 && year % 19 > 10)) {
      days -= 7;
    }
    return LocalDate.of(year, Month.MARCH, 22).plusDays(days);
  }

  /** Tells whether nothing opens at all. */
  public static boolean isQuiet(LocalDate date) {
    return QUIET.contains(MonthDay.from(date));
  }

  /** Tells whether those shops that open at all keep their Sunday's hours. */
  public static boolean isHoliday(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    long afterEaster = date.toEpochDay() - easter(date.getYear()).toEpochDay();
    return QUIET.contains(day)
        || day.equals(BOXING_DAY)
        || date.equals(kingsDay(date.getYear()))
        || Set.of(0L, 1L, 39L, 49L, 50L).contains(afterEaster);
  }

  /** Returns King's Day: 27 April, or the day before when that is a Sunday. */
  public static LocalDate kingsDay(int year) {
    LocalDate day = LocalDate.of(year, Month.APRIL, 27);
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
  }

  /** Tells whether banks book payments: the days of the euro's settlement system. */
  public static boolean isBankDay(LocalDate date) {
    long afterEaster = date.toEpochDay() - easter(date.getYear()).toEpochDay();
    return date.getDayOfWeek().getValue() <= 5
        && !Set.of(NEW_YEAR, LABOUR_DAY, CHRISTMAS, BOXING_DAY).contains(MonthDay.from(date))
        && afterEaster != -2
        && afterEaster != 1;
  }

  /** Tells whether schools are closed for a holiday's week. */
  public static boolean isSchoolHoliday(LocalDate date) {
    return NO_SCHOOL.contains(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** Returns the last bank day up to and including a date. */
  public static LocalDate bankDayUntil(LocalDate date) {
    LocalDate day = date;
    while (!isBankDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** Returns the first bank day from a date on. */
  public static LocalDate bankDayFrom(LocalDate date) {
    LocalDate day = date;
    while (!isBankDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Tells whether something due each month on a day, 1 … 28, is booked on this date: the first bank day from then. */
  public static boolean isBooked(LocalDate date, int dayOfMonth) {
    LocalDate due = date.withDayOfMonth(dayOfMonth);
    if (due.isAfter(date)) {
      due = due.minusMonths(1);
    }
    return isBankDay(date) && bankDayUntil(date.minusDays(1)).isBefore(due);
  }

  /** Returns how many purchases a day sees, in a thousandth of an ordinary Wednesday's. */
  public static int bustle(LocalDate date) {
    int weekday = isHoliday(date) ? 7 : date.getDayOfWeek().getValue();
    int usual = WEEK[weekday - 1] * YEAR[date.getMonthValue() - 1] / 1000;
    return isFeastAhead(date) ? usual * 115 / 100 : usual;
  }

  /** Saint Nicholas's Eve and Christmas fill the shops on the days before. */
  private static boolean isFeastAhead(LocalDate date) {
    int day = date.getDayOfMonth();
    return date.getMonth() == Month.DECEMBER && (day <= 5 || (day >= 17 && day <= 24));
  }
}
