package org.omloop.server.payouts;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/** The days on which banks book transfers in euros: those of TARGET, the central banks' settlement system. */
public final class BankDays {
  /** Where the day begins and ends: the Dutch banks' clock. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final Set<MonthDay> CLOSED =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));
  private static final int FRIDAY = 5;
  private static final int GOOD_FRIDAY = -2;
  private static final int EASTER_MONDAY = 1;

  private BankDays() {}

  /** Tells whether banks book on a day. */
  public static boolean isOne(LocalDate date) {
    long afterEaster = date.toEpochDay() - easter(date.getYear()).toEpochDay();
    return date.getDayOfWeek().getValue() <= FRIDAY
        && !CLOSED.contains(MonthDay.from(date))
        && afterEaster != GOOD_FRIDAY
        && afterEaster != EASTER_MONDAY;
  }

  /** Returns that day, or the first one after it on which banks book. */
  public static LocalDate from(LocalDate date) {
    LocalDate day = date;
    while (!isOne(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Returns Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's rule). */
  static LocalDate easter(int year) {
    int moon = year % 19;
    int century = year / 100;
    int rest = year % 100;
    int shift = (8 * century + 13) / 25;
    int epact = (19 * moon + century - century / 4 - shift + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int late = (moon + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * late + 114;
    return LocalDate.of(year, Month.of(days / 31), days % 31 + 1);
  }
}
