package org.omloop.server.demo.neighbourhood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutchCalendarTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19"
      })
  void easterFallsAsInTheAlmanac(LocalDate easter) {
    assertEquals(easter, DutchCalendar.easter(easter.getYear()));
  }

  @Test
  void kingsDayMovesOffASunday() {
    assertEquals(LocalDate.of(2026, 4, 27), DutchCalendar.kingsDay(2026));
    assertEquals(LocalDate.of(2025, 4, 26), DutchCalendar.kingsDay(2025));
  }

  @Test
  void banksRestWhereShopsNeedNot() {
    assertFalse(DutchCalendar.isBankDay(LocalDate.of(2026, 4, 3)), "Good Friday");
    assertFalse(DutchCalendar.isHoliday(LocalDate.of(2026, 4, 3)), "Good Friday");
    assertTrue(DutchCalendar.isBankDay(LocalDate.of(2026, 5, 14)), "Ascension Day");
    assertTrue(DutchCalendar.isHoliday(LocalDate.of(2026, 5, 14)), "Ascension Day");
    assertFalse(DutchCalendar.isBankDay(LocalDate.of(2026, 10, 24)), "a Saturday");
    assertEquals(
        LocalDate.of(2026, 12, 24), DutchCalendar.bankDayUntil(LocalDate.of(2026, 12, 27)));
  }

  @Test
  void whatIsDueMonthlyIsBookedOnceAMonthOnABankDay() {
    for (int dayOfMonth = 1; dayOfMonth <= 28; dayOfMonth++) {
      int booked = 0;
      for (LocalDate date = LocalDate.of(2025, 1, 29);
          date.isBefore(LocalDate.of(2028, 1, 29));
          date = date.plusDays(1)) {
        if (DutchCalendar.isBooked(date, dayOfMonth)) {
          assertTrue(DutchCalendar.isBankDay(date));
          booked++;
        }
      }
      assertEquals(36, booked, "day " + dayOfMonth);
    }
  }

  @Test
  void saturdaysAndDecemberAreBusyAndSundaysAreNot() {
    int wednesday = DutchCalendar.bustle(LocalDate.of(2026, 10, 21));
    assertTrue(DutchCalendar.bustle(LocalDate.of(2026, 10, 24)) > wednesday);
    assertTrue(DutchCalendar.bustle(LocalDate.of(2026, 10, 25)) < wednesday / 2);
    assertTrue(DutchCalendar.bustle(LocalDate.of(2026, 12, 23)) > wednesday * 5 / 4);
    assertTrue(DutchCalendar.bustle(LocalDate.of(2026, 8, 19)) < wednesday);
  }
}
