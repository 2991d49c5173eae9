package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;

/**
 * The period's own view of retention, by hand. The bakery's 100 of 1 February lose 20 before the second quarter begins, on
 * 3 March; the other 80 are then 59 days old, and 40 leave on 2 May, at day 90. The mill's 100 come in on 1 April, 50 leave
 * on 1 May, at day 30, and 50 are 91 days old when the quarter ends.
 *
 * <p>So within the quarter at day 30 only the mill's 100 are at risk: the bakery's money was that old before anybody
 * looked. From day 59 on the bakery's 80 are there too. S(30) = 1 − 50 ÷ 100; S(90) = ½ · (1 − 40 ÷ 130) = 0.346154.
 */
class PeriodViewTest {
  private static final String SCRIPT = """
      found at=2026-02-01T00:00
      open bakery organisation
      open mill organisation
      issue i1 bakery 100.00
      at 2026-03-03T00:00
      redeem e1 bakery 20.00 supplier
      at 2026-04-01T00:00
      issue i2 mill 100.00
      at 2026-05-01T00:00
      redeem e2 mill 50.00 supplier
      at 2026-05-02T00:00
      redeem e3 bakery 40.00 supplier
      at 2026-07-01T00:00
      open ben resident
      """;

  private static List<String> lines(TracedPeriods traced, String start) {
    return TableText.lines(TableText.retention(traced)).stream()
        .filter(line -> line.startsWith(start))
        .toList();
  }

  @Test
  void moneyOfBeforeJoinsAtTheAgeThatItHadWhenThePeriodBegan() {
    Scope scope = TableText.scope(SCRIPT, Period.quarter(2026, 2));
    for (TracedPeriods traced : List.of(TracedPeriods.of(scope), TracedPeriods.of(scope, 0))) {
      for (String rule : List.of("fifo", "lifo", "mixed")) {
        assertEquals(
            List.of(
                "period " + rule + " 0 1 10000 1",
                "period " + rule + " 7 1 10000 1",
                "period " + rule + " 14 1 10000 1",
                "period " + rule + " 30 0.5 10000 1",
                "period " + rule + " 60 0.5 13000 2",
                "period " + rule + " 90 0.346154 13000 2",
                "period " + rule + " 120 0.346154 4000 1",
                "period " + rule + " 150 0.346154 4000 1",
                "period " + rule + " 180 . 0 0",
                "period " + rule + " 270 . 0 0",
                "period " + rule + " 365 . 0 0"),
            lines(traced, "period " + rule));
      }
    }
  }

  /** Without delayed entry the bakery's old exit counts, and its money as if it had been watched from its first day. */
  @Test
  void allMoneySinceTheBeginningIsAnotherCurve() {
    TracedPeriods traced = TracedPeriods.of(TableText.scope(SCRIPT, Period.quarter(2026, 2)));
    assertEquals(List.of("all fifo 30 0.65 20000 2"), lines(traced, "all fifo 30 "));
    assertEquals(List.of("all fifo 90 0.45 13000 2"), lines(traced, "all fifo 90 "));
  }

  /** In the third quarter no young money is there: nobody knows how money fares in its first days. */
  @Test
  void aPeriodWithoutNewMoneyHasNoCurve() {
    Scope scope = TableText.scope(SCRIPT, Period.quarter(2026, 3));
    assertEquals(
        List.of(),
        lines(TracedPeriods.of(scope), "period fifo").stream()
            .filter(line -> !line.endsWith(". 0 0"))
            .toList());
  }
}
