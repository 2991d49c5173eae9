package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;

/** What goes back within a day to the unit that paid it may be paid to make figures look well. */
class RoundTripsTest {
  private static final String BACK_AND_FORTH = """
      found at=2026-11-30T23:00
      open anna resident
      open bakery organisation
      issue i1 anna 50.00
      pay p1 anna -> bakery 10.00
      at 2026-12-01T10:00
      pay w1 bakery -> anna 4.00        # 4.00 of p1
      at 2026-12-01T22:59
      pay w2 bakery -> anna 3.00        # 3.00 of p1
      at 2026-12-02T23:00
      pay w3 bakery -> anna 2.00        # the rest of p1 is two days old
      at 2026-12-03T10:00
      pay p2 anna -> bakery 5.00        # 2.00 of w3
      """;

  /** Of 14.00 in December: 4.00 and 3.00 whose way out was in November, and 2.00 both ways. */
  @Test
  void bothWaysCountWhereTheyAreInThePeriod() {
    assertEquals("round-trips 0.785714", roundTrips(Period.month(2026, 12)));
  }

  @Test
  void aWayBackAfterThePeriodIsNotKnown() {
    assertEquals("round-trips 0", roundTrips(Period.month(2026, 11)));
  }

  /** Of 24.00 in both months: 4.00, 3.00 and 2.00, both ways. */
  @Test
  void aLongerPeriodHasBothWays() {
    assertEquals("round-trips 0.75", roundTrips(Period.quarter(2026, 4)));
  }

  private static String roundTrips(Period period) {
    return TableText.lines(Quality.of(TableText.scope(BACK_AND_FORTH, period))).get(2);
  }
}
