package org.omloop.server.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.Scope;
import org.omloop.ledger.script.LedgerScript;

/** What everybody sees of a period that runs adds up, whatever way money came in. */
class RunningReportTest {
  @Test
  void creditIsAmongWhatCameInAndWhatLeft() {
    JournalRows journal = new JournalRows();
    LedgerScript.journal("""
        found at=2026-11-02T09:00
        open bakery organisation
        open mill organisation
        open anna resident
        limit bakery 50.00
        issue i1 bakery 20.00
        issue i2 anna 40.00
        pay p1 bakery -> mill 50.00
        pay p2 anna -> bakery 40.00
        """).forEach(journal::follow);
    Scope scope = new Scope(journal, Period.month(2026, 11), journal.size());
    Map<String, Long> amounts = new HashMap<>();
    PeriodReport running = RunningReport.of(PeriodReport.audit(scope, "cm9vdA=="));
    for (List<Cell> row : running.tables().get(0).rows()) {
      if (row.get(0) instanceof Cell.Code item && row.get(1) instanceof Cell.Known amount) {
        amounts.put(item.text(), amount.value().longValueExact());
      }
    }
    assertEquals(Map.of("opening", 0L, "in", 9_000L, "out", -3_000L, "closing", 6_000L), amounts);
  }
}
