package org.omloop.server.demo.neighbourhood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
  private final OpeningHours hours =
      OpeningHours.parse("mo 13:00-18:00, tu-fr 09:30-18:00, su 12:00-17:00");

  @Test
  void theDoorOpensAtTheMinuteAndIsShutAtTheLast() {
    assertFalse(hours.isOpen(MONDAY, LocalTime.of(12, 59, 59)));
    assertTrue(hours.isOpen(MONDAY, LocalTime.of(13, 0)));
    assertTrue(hours.isOpen(MONDAY, LocalTime.of(17, 59, 59)));
    assertFalse(hours.isOpen(MONDAY, LocalTime.of(18, 0)));
  }

  @Test
  void aRangeNamesEveryDayInIt() {
    for (int days = 1; days <= 4; days++) {
      assertTrue(hours.isOpen(MONDAY.plusDays(days), LocalTime.of(9, 30)));
    }
  }

  @Test
  void aDayNotNamedIsADayClosed() {
    assertEquals(Optional.empty(), hours.on(MONDAY.plusDays(5)));
  }

  @Test
  void holidaysKeepSundaysHours() {
    LocalDate ascension = LocalDate.of(2026, 5, 14);
    assertEquals(hours.on(MONDAY.plusDays(6)), hours.on(ascension));
  }

  @Test
  void nothingOpensAtChristmasAndNewYear() {
    assertEquals(Optional.empty(), hours.on(LocalDate.of(2026, 12, 25)));
    assertEquals(Optional.empty(), hours.on(LocalDate.of(2027, 1, 1)));
  }
}
