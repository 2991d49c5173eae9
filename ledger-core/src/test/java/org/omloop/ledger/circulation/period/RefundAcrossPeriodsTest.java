package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;

/** A refund counts in its own period, so that the period of the payment stays as it was. */
class RefundAcrossPeriodsTest {
  private static final String PAID = """
      found at=2026-11-02T09:00
      open anna resident area=2026:BU0363MA01
      open bakery organisation sector=SBI2008:47241 area=2026:BU0363MA01
      issue i1 anna 50.00
      pay p1 anna -> bakery 20.00
      """;
  private static final String GIVEN_BACK = PAID + """
      at 2026-12-02T09:00
      refund r1 p1 15.00
      """;
  private static final Period NOVEMBER = Period.month(2026, 11);
  private static final Period DECEMBER = Period.month(2026, 12);

  @Test
  void thePeriodOfThePaymentStaysAsItWas() {
    Scope before = TableText.scope(PAID, NOVEMBER);
    Scope after = TableText.scope(GIVEN_BACK, NOVEMBER);
    assertEquals(lines(Matrix.ofSectors(before)), lines(Matrix.ofSectors(after)));
    assertEquals(lines(Sectors.of(before)), lines(Sectors.of(after)));
    assertEquals(lines(Roles.of(before)), lines(Roles.of(after)));
    assertEquals(lines(Quality.of(before)), lines(Quality.of(after)));
  }

  @Test
  void thePeriodOfTheRefundIsBelowZero() {
    Scope december = TableText.scope(GIVEN_BACK, DECEMBER);
    assertEquals(List.of("resident G -1500 1 1"), lines(Matrix.ofSectors(december)));
    assertEquals(List.of("G -1500 0 0 0 1"), lines(Sectors.of(december)));
    assertEquals(List.of("BU0363MA01 -1500 -1500 1 0 2"), lines(Areas.of(december)));
    assertEquals("firm -1500 1 1", lines(Roles.of(december)).get(2));
    assertEquals("food -1500 1 1", lines(Provisions.of(december)).get(3));
    assertEquals("hhi . 0", lines(Distribution.of(december)).get(4));
  }

  @Test
  void bothTogetherAreWhatWasKept() {
    Scope quarter = TableText.scope(GIVEN_BACK, Period.quarter(2026, 4));
    assertEquals(List.of("resident G 500 1 1"), lines(Matrix.ofSectors(quarter)));
    assertEquals("refunds 0.75", lines(Quality.of(quarter)).get(0));
  }

  private static List<String> lines(Table table) {
    return TableText.lines(table);
  }
}
