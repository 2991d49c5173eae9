package org.omloop.ledger.circulation.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of ledger files. */
class TimeFormTest {
  @ParameterizedTest
  @CsvSource({
    "0,0,0",
    "1,86400000,1",
    "0.5,43200000,0.5",
    "0.00001,864,0.00001",
    "007.50,648000000,7.5",
    "9999999999.99999,863999999999999136,9999999999.99999"
  })
  void daysAreExact(String text, long milliseconds, String written) {
    assertEquals(OptionalLong.of(milliseconds), TimeForm.DAYS.parse(text));
    assertEquals(written, TimeForm.DAYS.text(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ".5",
        "5.",
        "1.2.3",
        "1.000001",
        "10000000000",
        "1e3",
        " 1",
        "1 ",
        "+1",
        "-1",
        "\u0661"
      })
  void otherFormsOfDaysAreRefused(String text) {
    assertEquals(OptionalLong.empty(), TimeForm.DAYS.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
    "2026-03-01t12:00:00z,2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00.5+01:00,2026-03-01T11:00:00.500Z",
    "2026-03-01T12:00:00.25-00:30,2026-03-01T12:30:00.250Z",
    "2024-02-29T23:59:59.999Z,2024-02-29T23:59:59.999Z",
    "0000-01-01T00:00:00Z,0000-01-01T00:00:00Z",
    "2016-12-31T23:59:60Z,2017-01-01T00:00:00Z",
    "2017-01-01T00:59:60+01:00,2017-01-01T00:00:00Z"
  })
  void datesAreUtc(String text, String utc) {
    OptionalLong parsed = TimeForm.RFC_3339.parse(text);
    assertEquals(Instant.parse(utc).toEpochMilli(), parsed.orElseThrow());
    assertEquals(utc, TimeForm.RFC_3339.text(parsed.orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-03-01",
        "2026-03-01T12:00:00",
        "2026-03-01 12:00:00Z",
        "2026-03-01T12:00Z",
        "2026-3-01T12:00:00Z",
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-00-01T12:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T12:60:00Z",
        "2026-03-01T12:00:60Z",
        "2026-03-01T12:00:61Z",
        "2026-03-01T12:00:00.Z",
        "2026-03-01T12:00:00.1234Z",
        "2026-03-01T12:00:00,5Z",
        "2026-03-01T12:00:00+1:00",
        "2026-03-01T12:00:00+0100",
        "2026-03-01T12:00:00+24:00",
        "2026-03-01T12:00:00+01:60",
        "2026-03-01T12:00:00ZZ",
        "+2026-03-01T12:00:00Z",
        "20x6-03-01T12:00:00Z"
      })
  void otherFormsOfDatesAreRefused(String text) {
    assertEquals(OptionalLong.empty(), TimeForm.RFC_3339.parse(text));
  }

  @Test
  void agreesWithTheLibraryOnRandomTimes() {
    Random random = new Random(3339);
    for (int round = 0; round < 10_000; round++) {
      String text = String.format(
          "%04d-%02d-%02dT%02d:%02d:%02d.%03d%s%02d:%02d",
          random.nextInt(10_000),
          1 + random.nextInt(12),
          1 + random.nextInt(28),
          random.nextInt(24),
          random.nextInt(60),
          random.nextInt(60),
          random.nextInt(1000),
          random.nextBoolean() ? "+" : "-",
          random.nextInt(18),
          random.nextInt(60));
      assertEquals(
          OffsetDateTime.parse(text).toInstant().toEpochMilli(),
          TimeForm.RFC_3339.parse(text).orElseThrow(),
          text);
    }
  }
}
