package org.omloop.ledger.circulation.period;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.script.LedgerScript;
import org.omloop.ledger.signing.Sha256;

/** A report says by what it was made, so that others can repeat it. */
class TupleTest {
  private static final String MARKET = """
      found at=2026-01-01T00:00
      open bakery organisation sector=SBI2008:10710
      open anna resident area=2026:BU0363MA01
      issue i1 anna 100.00
      issue i2 anna 10.00
      at 2026-01-20T00:00
      pay p1 anna -> bakery 60.00
      at 2026-04-03T00:00
      pay p2 anna -> bakery 5.00
      """;

  private static JournalRows journal(String script) {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script).forEach(journal::follow);
    return journal;
  }

  private static String report(JournalRows journal, long size) {
    return PeriodReportJson.of(
        PeriodReport.audit(new Scope(journal, Period.quarter(2026, 1), size), "cm9vdA=="));
  }

  private static Tuple tuple(String script, Period period) {
    return Tuple.of(TracedPeriods.of(TableText.scope(script, period)));
  }

  /** By account: what is left of the first issue, the second, and what the bakery was paid. */
  @Test
  void aStateIsTheHashOfSortedLines() {
    JournalRows journal = journal(MARKET);
    List<String> ids =
        List.of(journal.rows().id(0), journal.rows().id(1), journal.rows().id(2));
    assertEquals(
        hash("anna\t" + ids.get(0) + "\t0\t" + ids.get(0) + "\t4000\n"
            + "anna\t" + ids.get(1) + "\t0\t" + ids.get(1) + "\t1000\n"
            + "bakery\t" + ids.get(0) + "\t1\t" + ids.get(2) + "\t6000\n"),
        tuple(MARKET, Period.quarter(2026, 1)).states().get(Rule.FIFO));
    assertEquals(
        hash("anna\t" + ids.get(0) + "\t0\t" + ids.get(0) + "\t5000\n"
            + "bakery\t" + ids.get(0) + "\t1\t" + ids.get(2) + "\t5000\n"
            + "bakery\t" + ids.get(1) + "\t1\t" + ids.get(2) + "\t1000\n"),
        tuple(MARKET, Period.quarter(2026, 1)).states().get(Rule.LIFO));
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(UTF_8)));
  }

  @Test
  void itNamesDetailVersionsAndTheMoment() {
    Tuple closed = tuple(MARKET, Period.quarter(2026, 1));
    assertEquals("lots", closed.detail());
    assertEquals(List.of("2026", "SBI2008"), closed.classifications());
    assertEquals(Period.quarter(2026, 1).end(), closed.until());
    Tuple running = tuple(MARKET, Period.quarter(2026, 2));
    assertEquals(Period.quarter(2026, 2).start() + 2 * Ages.DAY, running.until());
    assertEquals(
        "keyed",
        Tuple.of(TracedPeriods.of(TableText.scope(MARKET, Period.quarter(2026, 1)), 2))
            .detail());
  }

  @Test
  void itStandsInTheReport() {
    JournalRows journal = journal(MARKET);
    String text = report(journal, journal.size());
    assertTrue(text.contains("\"rules\": [\"fifo\",\n\"lifo\",\n\"mixed\"]"), text);
    assertTrue(text.contains("\"until\": \"2026-04-01T00:00:00Z\""), text);
    assertTrue(text.contains("\"offset\": \"sha256\""), text);
  }

  /** Money, accounts, classes and programmes that come later are unknown to an earlier report. */
  @Test
  void aLaterEntryDoesNotChangeAnEarlierReport() {
    JournalRows before = journal(MARKET);
    JournalRows after = journal(MARKET + """
        open carl resident area=2027:BU0363MB01
        classify bakery social sector=SBI2025:10710
        issue i3 carl 50.00
        pay p3 carl -> bakery 50.00
        refund r1 p1 60.00
        redeem e1 bakery 20.00 supplier
        """);
    assertEquals(report(before, before.size()), report(after, before.size()));
    assertNotEquals(report(before, before.size()), report(after, after.size()));
  }

  @Test
  void theSameJournalGivesTheSameBytes() {
    for (long seed = 1; seed <= 3; seed++) {
      JournalRows once = RandomMarket.journal(seed);
      JournalRows again = RandomMarket.journal(seed);
      for (Period period : RandomMarket.PERIODS) {
        assertEquals(
            PeriodReportJson.of(PeriodReport.audit(new Scope(once, period, once.size()), "")),
            PeriodReportJson.of(PeriodReport.audit(new Scope(again, period, again.size()), "")));
      }
    }
  }
}
