package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A period ends where the next one would begin, be there a next one or not. */
class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026-12, 2027-01-01T00:00:00Z",
    "2026-Q2, 2026-07-01T00:00:00Z",
    "2026, 2027-01-01T00:00:00Z",
    "9999-12, +10000-01-01T00:00:00Z",
    "9999-Q4, +10000-01-01T00:00:00Z",
    "9999, +10000-01-01T00:00:00Z"
  })
  void endsWhereTheNextWouldBegin(String name, Instant end) {
    assertEquals(end.toEpochMilli(), Period.named(name).orElseThrow().end());
  }
}
