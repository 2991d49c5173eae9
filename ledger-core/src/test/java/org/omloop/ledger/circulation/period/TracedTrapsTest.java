package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;

/** Mistakes that make money look busier, or shorter of life, than it is, in the tables of a report. */
class TracedTrapsTest {
  private static final String OPENED = """
      found at=2026-01-01T00:00 demurrageBasisPoints=1000 fundAccount=pot
      open city treasury
      key city-1 on city rights=pay by chair+treasurer
      key city-2 on city rights=pay by chair+treasurer
      open pot fund
      key pot-1 on pot rights=pay by chair+treasurer
      key pot-2 on pot rights=pay by chair+treasurer
      open anna resident
      open bakery organisation
      issue i1 city 500.00
      at 2026-01-10T00:00
      grant g1 city -> anna 100.00 programme=youth by city-1+city-2
      """;
  private static final String CLOSED = """
      at 2026-10-01T00:00
      open ben resident
      """;

  private static TracedPeriods traced(String lines) {
    return TracedPeriods.of(TableText.scope(OPENED + lines + CLOSED, Period.quarter(2026, 3)));
  }

  private static List<String> lines(Table table, String start) {
    return TableText.lines(table).stream()
        .filter(line -> line.startsWith(start))
        .toList();
  }

  private static void assertUnderEachRule(String expected, List<String> lines) {
    assertEquals(
        TracedPeriods.RULES.stream()
            .map(rule -> expected.replace("RULE", rule.wireName()))
            .toList(),
        lines);
  }

  @Test
  void openMoneyIsNotCountedAsExited() {
    TracedPeriods traced = traced("");
    assertUnderEachRule(
        "2026-Q1 RULE 180 10000 0 1 0 1", TableText.lines(TableText.oneEuro(traced)));
    assertEquals(
        List.of("all fifo 180 1 10000 1"), lines(TableText.retention(traced), "all fifo 180"));
    assertEquals(List.of("all fifo 270 . 0 0"), lines(TableText.retention(traced), "all fifo 270"));
  }

  /** Half the money is young: 150 of 200 are inside, yet half of what was watched for 50 days is gone. */
  @Test
  void theShareStillInsideIsNotRetention() {
    TracedPeriods traced = traced("""
        pay p1 anna -> bakery 50.00
        at 2026-03-01T00:00
        redeem e1 bakery 50.00 supplier
        at 2026-09-20T00:00
        grant g2 city -> anna 100.00 by city-1+city-2
        """);
    assertEquals(
        List.of("all lifo 60 0.5 5000 1"), lines(TableText.retention(traced), "all lifo 60"));
  }

  @Test
  void aRefundIsNoSpendingAndTakesTheHopBack() {
    TracedPeriods traced = traced("""
        at 2026-01-20T00:00
        pay p1 anna -> bakery 60.00
        at 2026-01-21T00:00
        refund r1 p1 60.00
        """);
    assertUnderEachRule(
        "2026-Q1 RULE 180 10000 0 1 0 1", TableText.lines(TableText.oneEuro(traced)));
    assertUnderEachRule("youth RULE 10000 1 0 10000 0", TableText.lines(Programmes.of(traced)));
    assertEquals(List.of("C7 2026-Q3 books 0 2"), lines(TableText.headline(traced), "C7 2026-Q3"));
    assertUnderEachRule("C8 2026-Q3 RULE 1 2", lines(TableText.headline(traced), "C8 2026-Q3"));
  }

  /** What the fund takes is no spending; what it grants again is, and the money stays with its programme. */
  @Test
  void aLevyIsNoSpending() {
    String levied = """
        at 2026-02-01T00:00
        levy l1 2026-01 anna
        """;
    assertUnderEachRule(
        "2026-Q1 RULE 180 10000 0 1 0 1", TableText.lines(TableText.oneEuro(traced(levied))));
    TracedPeriods granted = traced(levied + """
        at 2026-02-02T00:00
        grant g2 pot -> bakery 4.00 programme=garden by pot-1+pot-2
        """);
    assertUnderEachRule(
        "2026-Q1 RULE 180 10000 0.04 1 0 1", TableText.lines(TableText.oneEuro(granted)));
    assertUnderEachRule("youth RULE 10000 1 400 10000 0", TableText.lines(Programmes.of(granted)));
    assertEquals(
        List.of("C30 2026-Q3 books 0.4 3"), lines(TableText.headline(granted), "C30 2026-Q3"));
  }

  /** Nobody knows yet how the money of the last days fares: it is at risk while it is watched, and no longer. */
  @Test
  void censoredMoneyIsAtRiskOnlyWhileItIsWatched() {
    TracedPeriods traced = traced("""
        at 2026-09-01T00:00
        grant g2 city -> anna 50.00 by city-1+city-2
        """);
    Table table = TableText.retention(traced);
    assertEquals(List.of("2026-Q3 mixed 30 1 5000 1"), lines(table, "2026-Q3 mixed 30"));
    assertEquals(List.of("2026-Q3 mixed 60 . 0 0"), lines(table, "2026-Q3 mixed 60"));
    assertEquals(List.of("all mixed 60 1 10000 1"), lines(table, "all mixed 60"));
  }
}
