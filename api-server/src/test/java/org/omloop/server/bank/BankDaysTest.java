package org.omloop.server.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankDaysTest {
  @ParameterizedTest
  @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18"})
  void easterIsWhereCalendarsHaveIt(LocalDate sunday) {
    assertEquals(sunday, BankDays.easter(sunday.getYear()));
  }

  @Test
  void banksRestOnWeekendsAndTargetsSixHolidays() {
    for (String day : new String[] {
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-12-25",
      "2026-01-01",
      "2026-11-28",
      "2026-11-29"
    }) {
      assertFalse(BankDays.isBankDay(LocalDate.parse(day)), day);
    }
    assertTrue(BankDays.isBankDay(LocalDate.parse("2026-04-27")), "King's Day");
    assertTrue(BankDays.isBankDay(LocalDate.parse("2026-05-14")), "Ascension Day");
  }

  @Test
  void theNextBankDayIsAfterTheHoliday() {
    assertEquals(LocalDate.parse("2026-12-28"), BankDays.from(LocalDate.parse("2026-12-25")));
    assertEquals(LocalDate.parse("2026-11-30"), BankDays.from(LocalDate.parse("2026-11-30")));
    assertEquals(LocalDate.parse("2026-04-07"), BankDays.from(LocalDate.parse("2026-04-03")));
  }
}
