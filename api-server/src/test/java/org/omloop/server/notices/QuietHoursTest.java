package org.omloop.server.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  /** Summer time began on 29 March 2026: there was no half past two. */
  @ParameterizedTest
  @CsvSource({
    "21:00-08:00, 2026-11-10T12:00:00Z, 2026-11-10T12:00:00Z",
    "21:00-08:00, 2026-11-10T19:59:59Z, 2026-11-10T19:59:59Z",
    "21:00-08:00, 2026-11-10T20:00:00Z, 2026-11-11T07:00:00Z",
    "21:00-08:00, 2026-11-11T06:59:59Z, 2026-11-11T07:00:00Z",
    "21:00-08:00, 2026-11-11T07:00:00Z, 2026-11-11T07:00:00Z",
    "21:00-08:00, 2026-03-28T22:00:00Z, 2026-03-29T06:00:00Z",
    "12:00-13:00, 2026-11-10T11:30:00Z, 2026-11-10T12:00:00Z",
    "12:00-13:00, 2026-11-10T22:00:00Z, 2026-11-10T22:00:00Z",
    "08:00-08:00, 2026-11-10T22:00:00Z, 2026-11-10T22:00:00Z"
  })
  void mailWaitsForTheEndOfTheNight(String hours, Instant moment, Instant mayGo) {
    assertEquals(mayGo, QuietHours.parse(hours, HERE).after(moment));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10T06:59:59Z, 2026-11-10T07:00:00Z",
    "2026-11-10T07:00:00Z, 2026-11-11T07:00:00Z",
    "2026-11-10T22:00:00Z, 2026-11-11T07:00:00Z"
  })
  void theDaysMailGoesWhenTheNightEnds(Instant moment, Instant goes) {
    assertEquals(goes, QuietHours.DEFAULT.nextDaily(moment));
  }

  @Test
  void whatIsNoTimeIsSaid() {
    for (String wrong : new String[] {"", "21-8", "24:00-08:00", "21:00-08:60", "21:00 - 08:00"}) {
      assertThrows(IllegalArgumentException.class, () -> QuietHours.parse(wrong, HERE), wrong);
    }
  }
}
