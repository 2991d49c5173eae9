package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;

/** The worked example A of circulation.md, section 12, by others' formulas. */
class SchemesTest {
  private static final String CHAIN = """
      found at=2026-11-01T00:00
      open anna resident
      open bakery organisation
      open mill organisation
      issue i1 anna 100.00
      at 2026-11-11T00:00
      pay p1 anna -> bakery 60.00
      at 2026-11-21T00:00
      pay p2 bakery -> mill 50.00
      at 2026-12-01T00:00
      redeem e1 mill 50.00 supplier
      at 2026-12-11T00:00
      open ben resident
      """;
  private static final String RING = """
      found at=2026-11-01T00:00
      open anna resident
      open bakery organisation
      open mill organisation
      issue i1 anna 100.00
      pay p1 anna -> bakery 60.00
      pay p2 bakery -> anna 10.00
      pay p3 bakery -> mill 50.00
      pay p4 mill -> anna 20.00
      """;

  /**
   * Of 60 passed on once 50 were passed on twice. All 160 that left somebody had lain there 10 days: 0.7 a week, and
   * 110·10 of 3500 money-days.
   */
  @Test
  void tracedFiguresAreOfTheWellMixedRule() {
    Scope scope = TableText.scope(CHAIN, Period.year(2026));
    Table table = Schemes.of(scope, Optional.of(mixed(scope)));
    assertHas(table, "lm3 2.34 2.1 ");
    assertHas(table, "lm3 2 2.1 ");
    assertHas(table, "spent-again 0.27 0.833333 ");
    assertHas(table, "holding-velocity-weekly 0.7352 0.7 ");
    assertHas(table, "effective-share 0.42 0.314286 ");
    assertHas(table, "velocity 18 11.471429 ");
    assertHas(table, "lm3-before 1.81 . ");
    assertFalse(table.note().orElseThrow().en().contains("reading"));
  }

  @Test
  void withoutATracingTheyAreAbsentAndTheNoteSaysSo() {
    Table table = Schemes.of(TableText.scope(CHAIN, Period.year(2026)), Optional.empty());
    assertHas(table, "lm3 2.34 . ");
    assertTrue(table.note().orElseThrow().en().contains("reading"));
  }

  /** 60 of 100 were passed on; 50 of 100 left. What is announced for later, or only after the end, is not there yet. */
  @Test
  void theCitysBaselineStandsFirstFromTheMomentItHolds() {
    String script = CHAIN
        + "policy baselineYear=2025 baselineSpentLocallyBasisPoints=2912"
        + " baselineLeakedBasisPoints=5610 baselineLm3Hundredths=181\n"
        + "policy baselineYear=2024 baselineSpentLocallyBasisPoints=none"
        + " baselineLeakedBasisPoints=none baselineLm3Hundredths=170 effective=30d\n";
    Scope scope = TableText.scope(script, Period.year(2026));
    Table table = Schemes.of(scope, Optional.of(mixed(scope)));
    List<String> lines = TableText.lines(table);
    assertEquals(
        "baseline 2025 spent-locally 0.2912 0.6 €; C8: P(h ≥ 1) own survey, by policy order",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("baseline 2025 leaked 0.561 0.5 "), lines.get(1));
    assertTrue(lines.get(2).startsWith("baseline 2025 lm3 1.81 2.1 "), lines.get(2));
    assertTrue(lines.get(3).startsWith("Grama"), lines.get(3));
    assertTrue(table.note().orElseThrow().en().contains("survey"));

    Table earlier = Schemes.of(TableText.scope(script, Period.month(2026, 11)), Optional.empty());
    assertTrue(TableText.lines(earlier).get(0).startsWith("Grama"), "before it was entered");
    Scope next = TableText.scope(
        script + "at 2027-02-01T00:00\nopen carl resident\n", Period.month(2027, 1));
    List<String> later = TableText.lines(Schemes.of(next, Optional.empty()));
    assertTrue(later.get(0).startsWith("baseline 2024 lm3 1.7 . "), later.get(0));
    assertTrue(later.get(1).startsWith("Grama"), "the earlier survey is replaced as a whole");
  }

  @Test
  void withoutABaselineTheTableIsAsItWas() {
    Table table = Schemes.of(TableText.scope(CHAIN, Period.year(2026)), Optional.empty());
    assertEquals(Scheme.published().size(), table.rows().size());
    assertFalse(table.note().orElseThrow().en().contains("baseline"));
  }

  /** 100 − 50 of what there was; all that left went out of the mill, which organisations' receipts of 110 paid for. */
  @Test
  void aYearIsTheTwelveMonthsToTheEnd() {
    Scope month = TableText.scope(CHAIN, Period.month(2026, 12));
    Table table = Schemes.of(month, Optional.empty());
    assertHas(table, "retained 0.9278 0.5 ");
    assertHas(table, "changed-back 0.49 0.5 ");
    assertHas(table, "redeemed-revenue 0.333333 0.454545 ");
    Scope later =
        TableText.scope(CHAIN + "at 2027-12-01T00:00\nopen carl resident", Period.month(2027, 12));
    Table afterwards = Schemes.of(later, Optional.empty());
    assertHas(afterwards, "retained 0.9278 1 ");
    assertHas(afterwards, "changed-back 0.49 . ");
    assertHas(afterwards, "redeemed-revenue 0.333333 . ");
    assertHas(afterwards, "velocity 12 0 ");
    assertHas(afterwards, "spent-per-issued 1.54 1.1 ");
  }

  /** Net: anna → bakery 50, bakery → mill 50, mill → anna 20; 20 go round all three, 60 of 120. */
  @Test
  void onlyNetBalancesGoRound() {
    Scope scope = TableText.scope(RING, Period.year(2026));
    assertHas(Schemes.of(scope, Optional.empty()), "net-circular-share 0.67 0.5 ");
  }

  private static TracedFigures mixed(Scope scope) {
    LotTracing tracing = new LotTracing(scope.rows(), Rule.MIXED, Offset.hashed());
    for (int row = 0; row < scope.endRow(); row++) {
      tracing.fold(row);
    }
    return tracing.figures(scope.asOf());
  }

  private static void assertHas(Table table, String part) {
    List<String> lines = TableText.lines(table);
    assertTrue(lines.stream().anyMatch(line -> line.contains(part)), () -> part + "in " + lines);
  }
}
