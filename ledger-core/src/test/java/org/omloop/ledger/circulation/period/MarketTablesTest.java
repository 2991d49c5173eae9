package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;

/**
 * One market in two months, all figures of the second worked out by hand. In November passed on, in cents: anna → bakery
 * 2000 less 1000 of October given back, ben → school 1000, bakery → mill 3000, mill → ben 500, bakery → shed 400, pot →
 * school 100; V_H = 6000, of which purchases 2000, V_C = 5900, V_H before refunds = 7000.
 */
class MarketTablesTest {
  private static final String MARKET = """
      found at=2026-10-05T09:00 contributionBasisPoints=250 fundAccount=pot
      open city treasury
      key city-1 on city rights=pay by chair+treasurer
      key city-2 on city rights=pay by chair+treasurer
      open pot fund
      key pot-1 on pot rights=pay by chair+treasurer
      key pot-2 on pot rights=pay by chair+treasurer
      open anna resident area=2026:BU0363MA01
      open ben resident area=2026:BU0363MB01
      open carl resident area=2026:BU0363MB01
      open bakery organisation sector=SBI2008:47241 area=2026:BU0363MA01
      open school social sector=SBI2008:85201 area=2026:BU0363MB01
      open mill organisation sector=SBI2008:10610 area=2026:BU0363MA02
      open shed organisation
      issue i1 city 500.00
      grant g1 city -> anna 100.00 by city-1+city-2
      pay p1 anna -> bakery 40.00                  # 1.00 to the pot
      at 2026-11-03T09:00
      grant g2 city -> ben 50.00 by city-1+city-2
      pay p2 anna -> bakery 20.00                  # 0.50 to the pot
      pay p3 ben -> school 10.00                   # 0.25 to the pot
      pay p4 bakery -> mill 30.00 posted as b2b
      pay p5 mill -> ben 5.00 posted as wage
      pay p6 bakery -> shed 4.00
      refund r1 p1 10.00                           # 0.25 out of the pot
      redeem e1 mill 12.00 supplier sector=SBI2008:01110
      redeem e2 bakery 6.00 wages
      returned b1 e2
      grant g3 pot -> school 1.00 programme=garden by pot-1+pot-2
      balance anna 50.00
      balance ben 45.00
      balance bakery 14.75
      balance school 10.75
      balance mill 13.00
      balance shed 4.00
      balance pot 0.50
      at 2026-12-01T00:00
      open dora resident
      """;
  private static final Scope NOVEMBER = TableText.scope(MARKET, Period.month(2026, 11));
  private static final Scope DECEMBER = TableText.scope(MARKET, Period.month(2026, 12));

  @Test
  void moneyLeavesForAPurpose() {
    assertLines(
        Exits.of(NOVEMBER),
        "supplier 1200 0.666667 1",
        "wages 600 0.333333 1",
        "premises 0 0 0",
        "housing 0 0 0",
        "energy 0 0 0",
        "taxes 0 0 0",
        "finance 0 0 0",
        "profit 0 0 0",
        "leaving 0 0 0",
        "fee 0 0 0",
        "other 0 0 0",
        "demurrage 0 0 0",
        "refund 0 0 0",
        "credit 0 0 0");
  }

  @Test
  void sectorsReceiveSpendAndRedeem() {
    assertLines(
        Sectors.of(NOVEMBER),
        "C 3000 500 1200 0.4 1",
        "G 1000 3400 600 0.6 1",
        "P 1100 0 0 0 1",
        "? 400 0 0 0 1");
  }

  @Test
  void sectorsPayEachOther() {
    assertLines(
        Matrix.ofSectors(NOVEMBER),
        "C resident 500 1 1",
        "G C 3000 1 1",
        "G ? 400 1 1",
        "fund P 100 1 1",
        "resident G 1000 1 1",
        "resident P 1000 1 1");
  }

  @Test
  void suppliersAreMissing() {
    assertLines(MissingSuppliers.of(NOVEMBER), "01 1200 1");
  }

  /** MA01 is anna's and the bakery's: 1000 of the 4400 they spent was spent there. */
  @Test
  void neighbourhoodsReceiveAndSpend() {
    assertLines(
        Areas.of(NOVEMBER),
        "BU0363MA01 1000 4400 0.227273 -3400 2",
        "BU0363MA02 3000 500 0 2500 1",
        "BU0363MB01 1600 1000 1 600 2",
        "? 400 100 . 300 2");
  }

  @Test
  void neighbourhoodsPayEachOther() {
    assertLines(
        Matrix.ofAreas(NOVEMBER),
        "BU0363MA01 BU0363MA01 1000 1 1",
        "BU0363MA01 BU0363MA02 3000 1 1",
        "BU0363MA01 ? 400 1 1",
        "BU0363MA02 BU0363MB01 500 1 1",
        "BU0363MB01 BU0363MB01 1000 1 1",
        "? BU0363MB01 100 1 1");
  }

  /**
   * Holdings are 0, 400, 1075, 1300, 1475, 4500 and 5000, together 13750: (2·78600 − 8·13750) ÷ (7·13750), and without
   * the zero (2·64850 − 7·13750) ÷ (6·13750). Of residents ben alone received, 500: of three, 2 ÷ 3. Organisations
   * earned 400, 1000, 1000 and 3000: Σ x² ÷ (Σ x)² = 11160000 ÷ 5400².
   */
  @Test
  void moneyIsSpread() {
    assertLines(
        Distribution.of(NOVEMBER),
        "gini-holdings 0.49039 7",
        "gini-holdings-holders 0.405455 6",
        "gini-receipts 0.666667 3",
        "gini-receipts-receivers 0 1",
        "hhi 0.382716 4",
        "top-ten-share 1 4");
  }

  /** Five earned: 400, 500, 1000, 1000 and 3000 of 5900; a tenth of five is half of the first. */
  @Test
  void someEarnMore() {
    List<String> lines = TableText.lines(Lorenz.of(NOVEMBER));
    assertEquals("first-receivers 0.5 0.5", lines.get(5));
    assertEquals(
        List.of(
            "earners 0 0",
            "earners 0.1 0.033898",
            "earners 0.2 0.067797",
            "earners 0.3 0.110169",
            "earners 0.4 0.152542",
            "earners 0.5 0.237288",
            "earners 0.6 0.322034",
            "earners 0.7 0.40678",
            "earners 0.8 0.491525",
            "earners 0.9 0.745763",
            "earners 1 1"),
        lines.subList(11, lines.size()));
  }

  @Test
  void theFundTakesInAndGrants() {
    assertLines(FundMonths.of(NOVEMBER), "2026-10 100 0 0 100 . .", "2026-11 50 0 100 50 0 21.75");
  }

  @Test
  void purchasesReachProvisions() {
    assertLines(
        Provisions.of(NOVEMBER),
        "care 0 0 0",
        "water 0 0 0",
        "energy 0 0 0",
        "food 1000 0.5 1",
        "education 1000 0.5 1",
        "housing 0 0 0",
        "public-space 0 0 0",
        "transport 0 0 0");
  }

  @Test
  void rolesEarn() {
    assertLines(
        Roles.of(NOVEMBER),
        "resident 500 0.084746 1",
        "government 0 0 0",
        "firm 4400 0.745763 3",
        "social 1000 0.169492 1",
        "cooperative 0 0 0",
        "commons 0 0 0");
  }

  /** 1000 of 7000 went back; the shed, with 400, has neither sector nor area; 600 of 1800 redeemed came back. */
  @Test
  void theDataHasGaps() {
    assertLines(
        Quality.of(NOVEMBER),
        "refunds 0.142857",
        "own-transfers 0",
        "round-trips 0",
        "sector-unknown 0.057143",
        "area-unknown 0.057143",
        "returned-payouts 0.333333");
  }

  @Test
  void anEmptyPeriodSaysWhy() {
    for (Table table : PeriodReport.audit(DECEMBER, "cm9vdA==").tables()) {
      boolean isFilled = List.of("closing", "fund", "schemes").contains(table.id());
      assertTrue(isFilled || table.note().isPresent(), table.id());
    }
    assertLines(Sectors.of(DECEMBER));
    assertLines(Matrix.ofAreas(DECEMBER));
    assertEquals("supplier 0 . 0", TableText.lines(Exits.of(DECEMBER)).get(0));
    assertEquals("food 0 . 0", TableText.lines(Provisions.of(DECEMBER)).get(3));
    assertEquals("refunds .", TableText.lines(Quality.of(DECEMBER)).get(0));
  }

  /** Who joined after November has no part in its figures. */
  @Test
  void whoCameLaterIsNotCounted() {
    assertEquals(
        "gini-holdings 0.554091 8", TableText.lines(Distribution.of(DECEMBER)).get(0));
  }

  /**
   * Since the start: V = 4000 + 6000, E = 15600, X = 1800, 13800 inside; organisations received 9500. Money lay as 10000
   * for 29 days and as 13800 for 27.625, together 671225 a day.
   */
  @Test
  void othersFormulasAreWorkedOut() {
    List<String> lines = TableText.lines(Schemes.of(NOVEMBER, Optional.empty()));
    assertHas(lines, "retained 0.9278 0.884615 ");
    assertHas(lines, "spent-per-issued 1.54 0.641026 ");
    assertHas(lines, "chain-multiplier 3 1.641026 ");
    assertHas(lines, "changed-back 0.49 0.115385 ");
    assertHas(lines, "redeemed-revenue 0.333333 0.189474 ");
    assertHas(lines, "volume-per-stock 19 0.724638 ");
    assertHas(lines, "velocity 12 5.437819 ");
    assertHas(lines, "velocity-weekly 0.3086 0.104287 ");
    assertHas(lines, "net-circular-share 0.67 0 ");
    assertHas(lines, "lm3 2.34 . ");
    assertHas(lines, "spent-again 0.27 . ");
  }

  private static void assertHas(List<String> lines, String part) {
    assertTrue(lines.stream().anyMatch(line -> line.contains(part)), () -> part + "in " + lines);
  }

  private static void assertLines(Table table, String... lines) {
    assertEquals(List.of(lines), TableText.lines(table));
  }
}
