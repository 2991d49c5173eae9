package org.omloop.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Planned dates move by whole weeks, so that a Monday stays a Monday and the market is over before today. */
class MarketCalendarTest {
  private static final LocalDate PLANNED = MarketCalendar.PLANNED_START;

  @Test
  void aMarketBeginsOnAMondayAndEndsInTheWeekBeforeToday() {
    for (int days : new int[] {1, 7, 30, 365}) {
      for (LocalDate today : aYearOfDays()) {
        LocalDate planned = MarketCalendar.plannedStart(today, days);
        LocalDate first = MarketCalendar.before(planned, today, days).date(planned);
        assertEquals(DayOfWeek.MONDAY, first.getDayOfWeek());
        LocalDate end = first.plusDays(days);
        assertTrue(!end.isAfter(today) && end.isAfter(today.minusDays(7)), first + ", " + today);
      }
    }
  }

  @Test
  void localTimesStayWhatTheyAreInSummerAndWinter() {
    MarketCalendar summer = MarketCalendar.before(PLANNED, LocalDate.of(2026, 7, 20), 7);
    assertEquals(Instant.parse("2026-07-13T07:00:00Z"), summer.instant(PLANNED.atTime(9, 0)));
    assertEquals(
        Instant.parse("2026-11-02T08:00:00Z"),
        MarketCalendar.AS_PLANNED.instant(PLANNED.atTime(9, 0)));
  }

  @Test
  void aMonthsLevyIsDueWhenItsPlannedMomentComes() {
    for (LocalDate today : aYearOfDays()) {
      MarketCalendar calendar = MarketCalendar.before(PLANNED, today, 91);
      for (int month = 1; month <= 3; month++) {
        LocalDate planned = PLANNED.withDayOfMonth(1).plusMonths(month);
        YearMonth levied = calendar.month(YearMonth.from(planned).minusMonths(1));
        assertTrue(!levied.isAfter(YearMonth.from(calendar.date(planned))), planned + ", " + today);
      }
    }
  }

  @Test
  void aMarketOfAYearIsPlannedForTheDaysItIsPlayedOn() {
    for (LocalDate today : aYearOfDays()) {
      LocalDate planned = MarketCalendar.plannedStart(today, 365);
      assertEquals(
          MarketCalendar.AS_PLANNED, MarketCalendar.before(planned, today, 365), today.toString());
    }
  }

  @Test
  void aShortMarketIsPlannedForTheSameDaysWheneverItIsPlayed() {
    for (LocalDate today : aYearOfDays()) {
      assertEquals(PLANNED, MarketCalendar.plannedStart(today, 30));
    }
  }

  private static Iterable<LocalDate> aYearOfDays() {
    return LongStream.range(0, 366).mapToObj(LocalDate.of(2026, 1, 1)::plusDays)::iterator;
  }
}
