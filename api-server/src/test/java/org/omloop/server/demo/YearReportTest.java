package org.omloop.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Decision;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PublicEditions;
import org.omloop.ledger.circulation.period.Scope;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.demo.market.MarketDay;
import org.omloop.server.demo.market.MarketPlan;

/** What the reports say of a demo year: money as it goes round in published schemes (circulation.md, section 11). */
class YearReportTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 11, 24);

  private final DemoLedger demo =
      DemoLedger.founded(FIRST_DAY.atTime(5, 0).atZone(MarketCalendar.ZONE).toInstant());
  private final JournalRows rows = new JournalRows();

  @Test
  void aYearReadsAsALikelyOne() {
    assumeTrue(Boolean.getBoolean("omloop.long"), "SKIPPED: a year takes long (mvn verify -Plong)");
    playAYear();
    PeriodReport winter = report(1);
    PeriodReport spring = report(2);
    PeriodReport summer = report(3);
    assertTrue(outflow(winter) > outflow(spring), "the wholesaler joins on the first of April");
    assertTrue(outflow(spring) > outflow(summer), "members get used to it");
    assertTrue(
        missingWholesale(winter) > 1.3 * missingWholesale(spring), "goods are bought inside");
    between(0.15, 0.30, outflow(summer), "outflow in a quarter");
    between(3.5, 12, figure(summer, "C4", "books"), "turns a year");
    between(20, 60, figure(summer, "C5", "mixed"), "days in one hand");
    between(0.06, 0.20, figure(summer, "C6", "books"), "sleeping");
    between(1.4, 4, figure(summer, "C7", "books"), "spent per euro");
    between(1.6, 2.4, figure(summer, "C8", "mixed"), "LM3");
    between(0.40, 0.75, figure(summer, "C12", "mixed"), "retention at 180 days");
    between(0.10, 0.36, figure(summer, "C15", "books"), "circular share");
    between(0.50, 0.95, figure(summer, "C30", "books"), "fund cycle");
    PeriodReport shown = new PublicEditions(rows).of(summer);
    assertFalse(column(shown, "sector-matrix", List.of("resident", "G")).isNaN());
    assertFalse(column(shown, "sector-matrix", List.of("resident", "other")).isNaN());
    assertFalse(column(shown, "sectors", List.of("I")).isNaN());
  }

  private void playAYear() {
    MarketPlan plan = MarketPlan.of(demo.neighbourhood(), 7, FIRST_DAY, 365);
    IntentOrders orders = demo.orders(plan, MarketCalendar.AS_PLANNED);
    plan.days().forEach(day -> play(day, orders));
    demo.journal().forEach(rows::follow);
  }

  private void play(MarketDay day, IntentOrders orders) {
    List<SignedOrder> signed = day.intents().parallelStream().map(orders::write).toList();
    for (int place = 0; place < signed.size(); place++) {
      Intent intent = day.intents().get(place);
      Decision decision = demo.decide(signed.get(place), orders.moment(intent));
      assertEquals(
          intent.refusal().isPresent(), decision instanceof Decision.Refused, intent::toString);
    }
  }

  private PeriodReport report(int quarter) {
    Period period = Period.quarter(2026, quarter);
    long size = PublicEditions.size(rows, period).orElseThrow();
    return PeriodReport.audit(new Scope(rows, period, size), "");
  }

  private static double outflow(PeriodReport report) {
    return figure(report, "C14", "books");
  }

  private static double missingWholesale(PeriodReport report) {
    return column(report, "missing-suppliers", List.of("46"));
  }

  private static double figure(PeriodReport report, String indicator, String rule) {
    return column(report, "headline", List.of(indicator, report.period().toString(), rule));
  }

  /** Returns what stands behind a line's words; not a number where it is hidden or there is no such line. */
  private static Double column(PeriodReport report, String table, List<String> words) {
    return report.tables().stream()
        .filter(each -> each.id().equals(table))
        .flatMap(each -> each.rows().stream())
        .filter(line -> IntStream.range(0, words.size())
            .allMatch(place -> line.get(place).equals(Cell.code(words.get(place)))))
        .map(line -> line.get(words.size()))
        .findFirst()
        .map(cell -> cell instanceof Cell.Known known ? known.value().doubleValue() : Double.NaN)
        .orElse(Double.NaN);
  }

  private static void between(double least, double most, double value, String what) {
    assertTrue(least <= value && value <= most, what + ": " + value);
  }
}
