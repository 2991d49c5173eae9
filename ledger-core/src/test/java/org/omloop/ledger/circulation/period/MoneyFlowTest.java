package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.script.LedgerScript;

/** With this little money every unit is a coin, and where all of a balance is paid nothing is left to chance. */
class MoneyFlowTest {
  private static final String YEAR = """
      found at=2026-11-02T09:00
      open city treasury
      key city-1 on city rights=pay by chair+treasurer
      key city-2 on city rights=pay by chair+treasurer
      open anna resident area=2026:BU0363MA01
      open bakery organisation sector=SBI2008:10710 area=2026:BU0363MA01
      open mill organisation sector=SBI2008:46210 area=2026:BU0363MB01
      open farm organisation
      issue i0 city 100.00
      grant g1 city -> anna 60.00 programme=youth by city-1+city-2
      grant g2 city -> mill 40.00 programme=art by city-1+city-2
      pay p1 anna -> bakery 60.00
      refund r1 p1 60.00
      pay p2 anna -> bakery 60.00
      pay p3 bakery -> mill 60.00
      pay p4 mill -> farm 100.00
      pay p5 farm -> bakery 100.00
      """;

  private static List<String> lines(String table, String script, Period period) {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script).forEach(journal::follow);
    Scope scope = new Scope(journal, period, journal.size());
    return PeriodReport.audit(scope, "cm9vdA==").tables().stream()
        .filter(each -> each.id().equals(table))
        .flatMap(each -> each.rows().stream())
        .map(row -> String.join(" ", row.stream().map(MoneyFlowTest::text).toList()))
        .toList();
  }

  private static String text(Cell cell) {
    if (cell instanceof Cell.Code code) {
      return code.text();
    }
    return cell instanceof Cell.Known known ? known.value().toPlainString() : ".";
  }

  @Test
  void moneyIsFollowedByHopsToWhoHadItLast() {
    assertEquals(
        List.of(
            "0 art firm 4000 0.4",
            "0 youth resident 6000 0.6",
            "1 resident C 6000 0.6",
            "1 firm ? 4000 0.4",
            "2 C C 6000 0.6",
            "2 ? C 4000 0.4",
            "3 C inside 10000 1"),
        lines("flow", YEAR, Period.month(2026, 11)));
  }

  @Test
  void whatLeavesLeavesForItsPurpose() {
    assertEquals(
        List.of(
            "0 art firm 4000 0.4",
            "0 youth resident 6000 0.6",
            "1 resident inside 6000 0.6",
            "1 firm out-wages 4000 0.4"),
        lines(
            "flow",
            YEAR.lines().limit(11).reduce("", (all, line) -> all + line + "\n")
                + "redeem e1 mill 40.00 wages\n",
            Period.quarter(2026, 4)));
  }

  @Test
  void onlyMoneyOfTheYearUpToThePeriodsEndIsShown() {
    String later = YEAR + """
        at 2027-10-01T00:00
        issue i2 anna 10.00
        """;
    assertEquals(
        List.of("0 issue resident 1000 1", "1 resident inside 1000 1"),
        lines("flow", later, Period.quarter(2027, 4)));
    assertEquals(List.of(), lines("flow", later, Period.month(2028, 11)));
    assertEquals(7, lines("flow", later, Period.quarter(2027, 3)).size());
  }

  @Test
  void moneyReturnsToAnAreaAndToAUnit() {
    // To the bakery from anna's area 60; to the mill 60; to the farm, whose area nobody knows, 100;
    // to the bakery's area 60 that were there and 40 that were not, and 60 were with the bakery.
    assertEquals(
        List.of("area 0.545455", "unit 0.1875"), lines("returned", YEAR, Period.month(2026, 11)));
  }

  @Test
  void withoutPaymentsNothingReturns() {
    assertEquals(List.of("area .", "unit ."), lines("returned", YEAR, Period.month(2026, 12)));
  }
}
