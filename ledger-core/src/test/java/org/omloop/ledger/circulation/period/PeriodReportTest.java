package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.script.LedgerScript;

/** A report on a period of a small journal. */
class PeriodReportTest {
  private static final String TWO_MONTHS = """
      found at=2026-11-02T09:00
      open city treasury
      key city-1 on city rights=pay by chair+treasurer
      key city-2 on city rights=pay by chair+treasurer
      open anna resident
      open bakery organisation
      issue i1 city 100.00
      grant g1 city -> anna 60.00 by city-1+city-2
      pay p1 anna -> bakery 20.00
      at 2026-12-01T00:00
      redeem e1 bakery 5.00 supplier
      grant g2 city -> anna 10.00 by city-1+city-2
      statement t1 1 0.00 100.00 0.00
      """;

  @Test
  void aPeriodClosesToTheCent() {
    assertTrue(report(Period.month(2026, 12)).contains("""
        "rows": [["opening", 6000, null],
        ["issue", 0, null],
        ["grant", 1000, null],
        ["credit", 0, null],
        ["out-redeem", -500, null],
        ["out-demurrage", 0, null],
        ["out-refund", 0, null],
        ["out-credit", 0, null],
        ["closing", 6500, null],
        ["reserve", 10000, 1.538462]]"""));
  }

  @Test
  void whatComesLaterIsNotInIt() {
    String november = report(Period.month(2026, 11));
    assertTrue(november.contains("[\"closing\", 6000, null]"));
    assertTrue(november.contains("[\"reserve\", null, null]"));
  }

  @Test
  void theSameJournalGivesTheSameBytes() {
    assertEquals(report(Period.quarter(2026, 4)), report(Period.quarter(2026, 4)));
  }

  private static String report(Period period) {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(TWO_MONTHS).forEach(journal::follow);
    return PeriodReportJson.of(
        PeriodReport.audit(new Scope(journal, period, journal.size()), "cm9vdA=="));
  }
}
