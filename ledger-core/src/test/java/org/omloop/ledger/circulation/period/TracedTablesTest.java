package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;

/**
 * One chain of payments, all traced figures worked out by hand. Of 100 of the programme youth that came in on 10
 * January (day 0) anna passes 60 to the bakery on day 10, the bakery 30 to the mill on day 30, and the mill redeems them
 * on day 60. On day 200 (29 July) anna passes on 20 more, and on day 203 the bakery redeems 10. On 10 August 50 of the
 * programme winter come to anna, who then holds 20 of youth, 222 days old on 20 August, and 50 of winter, 10 days old;
 * that day she passes on 35: under FIFO 20 + 15, under LIFO 0 + 35, well-mixed 10 + 25.
 */
class TracedTablesTest {
  private static final String CHAIN = """
      found at=2026-01-01T00:00
      open city treasury
      key city-1 on city rights=pay by chair+treasurer
      key city-2 on city rights=pay by chair+treasurer
      open anna resident area=2026:BU0363MA01
      open bakery organisation sector=SBI2008:10710
      open mill organisation
      issue i1 city 500.00
      at 2026-01-10T00:00
      grant g1 city -> anna 100.00 programme=youth by city-1+city-2
      at 2026-01-20T00:00
      pay p1 anna -> bakery 60.00
      at 2026-02-09T00:00
      pay p2 bakery -> mill 30.00
      at 2026-03-11T00:00
      redeem e1 mill 30.00 supplier
      at 2026-07-29T00:00
      pay p3 anna -> bakery 20.00
      at 2026-08-01T00:00
      redeem e2 bakery 10.00 wages
      at 2026-08-10T00:00
      grant g2 city -> anna 50.00 programme=winter by city-1+city-2
      at 2026-08-20T00:00
      pay p4 anna -> bakery 35.00
      at 2026-10-01T00:00
      open ben resident
      """;
  private static final TracedPeriods THIRD_QUARTER = traced(Period.quarter(2026, 3));

  private static TracedPeriods traced(Period period) {
    return TracedPeriods.of(TableText.scope(CHAIN, period));
  }

  /** The hops and the exit after day 180 do not count: 60 + 30 passed on, 30 redeemed, of 100. */
  @Test
  void oneEuroIsMeasuredAtAHundredAndEightyDaysAndNotAtTheEnd() {
    assertEquals(
        List.of(
            "2026-Q1 fifo 180 10000 0.9 0.7 0.3 1",
            "2026-Q1 lifo 180 10000 0.9 0.7 0.3 1",
            "2026-Q1 mixed 180 10000 0.9 0.7 0.3 1"),
        TableText.lines(TableText.oneEuro(THIRD_QUARTER)));
  }

  /** The first quarter ends on 1 April, and 180 days later is 28 September. */
  @Test
  void aQuarterThatIsTooYoungHasNoLineAndANoteSaysFromWhen() {
    Table table = TableText.oneEuro(traced(Period.quarter(2026, 2)));
    assertEquals(List.of(), TableText.lines(table));
    String note = table.note().orElseThrow().en();
    assertTrue(note.contains("2026-Q1") && note.contains("2026-09-28"), note);
  }

  /**
   * Money of the first quarter is 264 days old at the end, so nobody knows of day 270. At day 30 the bakery and anna
   * hold it, at day 60 the mill too, which redeems it on that day.
   */
  @Test
  void aCurveStopsWhereNoMoneyIsThatOld() {
    assertEquals(
        List.of(
            "2026-Q1 fifo 0 1 10000 1",
            "2026-Q1 fifo 7 1 10000 1",
            "2026-Q1 fifo 14 1 10000 2",
            "2026-Q1 fifo 30 1 10000 2",
            "2026-Q1 fifo 60 0.7 10000 3",
            "2026-Q1 fifo 90 0.7 7000 2",
            "2026-Q1 fifo 120 0.7 7000 2",
            "2026-Q1 fifo 150 0.7 7000 2",
            "2026-Q1 fifo 180 0.7 7000 2",
            "2026-Q1 fifo 270 . 0 0",
            "2026-Q1 fifo 365 . 0 0"),
        retention("2026-Q1 fifo"));
  }

  /** Of the money of 10 August half a hundred was watched for 52 days; on day 10 some of it went to the bakery. */
  @Test
  void quartersAndAllMoneyHaveTheirOwnCurves() {
    assertEquals(
        List.of(
            "2026-Q3 lifo 0 1 5000 1",
            "2026-Q3 lifo 7 1 5000 1",
            "2026-Q3 lifo 14 1 5000 2",
            "2026-Q3 lifo 30 1 5000 2"),
        retention("2026-Q3 lifo").subList(0, 4));
    assertEquals("2026-Q3 lifo 60 . 0 0", retention("2026-Q3 lifo").get(4));
    assertEquals(
        List.of("all mixed 0 1 15000 1", "all mixed 7 1 15000 1", "all mixed 14 1 15000 2"),
        retention("all mixed").subList(0, 3));
    assertEquals("all mixed 60 0.7 10000 3", retention("all mixed").get(4));
    assertEquals(List.of(), retention("2026-Q2"));
  }

  private static List<String> retention(String start) {
    return TableText.lines(TableText.retention(THIRD_QUARTER)).stream()
        .filter(line -> line.startsWith(start + " "))
        .toList();
  }

  /** 30 of 100 for a supplier by day 60; what the bakery redeemed on day 203 shows at no age that is read. */
  @Test
  void exitsAreToldApartByPurpose() {
    List<String> lines = TableText.lines(ExitCurves.of(THIRD_QUARTER));
    assertEquals(3 * 11 * 14, lines.size());
    assertTrue(lines.contains("fifo 30 supplier 0"));
    assertTrue(lines.contains("fifo 60 supplier 0.3"));
    assertTrue(lines.contains("mixed 180 supplier 0.3"));
    assertTrue(lines.contains("mixed 180 wages 0"));
    assertTrue(lines.contains("lifo 180 demurrage 0"));
    assertTrue(lines.contains("lifo 180 refund 0"));
    assertTrue(lines.contains("mixed 270 wages ."));
  }

  /** Youth: 60 + 30 + 20 and of the last 35 what the rule says; 30 + 10 redeemed, 60 inside. */
  @Test
  void aProgrammesMoneyIsFollowedUnderEachRule() {
    assertEquals(
        List.of(
            "winter fifo 5000 1 1500 5000 0",
            "winter lifo 5000 1 3500 5000 0",
            "winter mixed 5000 1 2500 5000 0",
            "youth fifo 10000 1 13000 6000 4000",
            "youth lifo 10000 1 11000 6000 4000",
            "youth mixed 10000 1 12000 6000 4000"),
        TableText.lines(Programmes.of(THIRD_QUARTER)));
  }

  /**
   * In the third quarter 70 were inside at first, 55 were passed on, 10 left of 70 + 50; ∫B dt = 70·31 + 60·9 + 110·52 =
   * 8430, and 55·365 ÷ 8430 = 2.381376. Since the beginning 145 were passed on of 150, all at least once but anna's 35,
   * and the 30 of the mill twice: 1 + 115 ÷ 150 + 30 ÷ 150.
   */
  @Test
  void figuresOfTheBooksNeedNoRule() {
    assertEquals(List.of("C4 2026-Q3 books 2.381376 2"), headline("C4 2026-Q3"));
    assertEquals(List.of("C7 2026-Q3 books 0.966667 3"), headline("C7 2026-Q3"));
    assertEquals(List.of("C9 2026-Q3 books 1.966667 3"), headline("C9 2026-Q3"));
    assertEquals(List.of("C14 2026-Q3 books 0.083333 2"), headline("C14 2026-Q3"));
    assertEquals(List.of("C15 2026-Q3 books 0 2"), headline("C15 2026-Q3"));
    assertEquals(List.of("C17 2026-Q3 books 0 2"), headline("C17 2026-Q3"));
    assertEquals(List.of("C24 2026-Q3 books 1 2"), headline("C24 2026-Q3"));
    assertEquals(List.of("C29 2026-Q3 books 0 2"), headline("C29 2026-Q3"));
    assertEquals(
        List.of(
            "C8 2026-Q3 fifo 1.966667 3",
            "C8 2026-Q3 lifo 1.966667 3",
            "C8 2026-Q3 mixed 1.966667 3"),
        headline("C8 2026-Q3"));
    assertEquals("C12 2026-Q3 mixed 0.7 3", headline("C12 2026-Q3").get(2));
  }

  /**
   * What left somebody in the third quarter: anna's 20 after 200 days; the bakery's 10 after 193 (FIFO) or 3 (LIFO), or
   * 6 and 4 of them; anna's 35 as above, after 222 and 10 days. 10520, 4380 and 7640 ÷ 65.
   */
  @Test
  void holdingTimesAreThoseOfThePeriod() {
    assertEquals(
        List.of(
            "C5 2026-Q3 fifo 161.846154 2",
            "C5 2026-Q3 lifo 67.384615 2",
            "C5 2026-Q3 mixed 117.538462 2"),
        headline("C5 2026-Q3"));
  }

  /** On 1 April the first row is 81 days old; on 1 July anna and the bakery have slept since January and February. */
  @Test
  void sleepIsNotToldBeforeNinetyDays() {
    assertEquals(
        List.of("C6 2026-Q1 books . 2", "C6 2026-Q2 books 1 2", "C6 2026-Q3 books 0 2"),
        headline("C6"));
  }

  @Test
  void zeroDenominatorsAreAbsent() {
    assertEquals(
        List.of("C30 2026-Q1 books . 0", "C30 2026-Q2 books . 0", "C30 2026-Q3 books . 0"),
        headline("C30"));
    assertEquals("C5 2026-Q2 fifo . 0", headline("C5 2026-Q2").get(0));
    assertEquals(List.of("C24 2026-Q2 books . 0"), headline("C24 2026-Q2"));
    assertEquals("C12 2026-Q1 fifo . 2", headline("C12 2026-Q1").get(0));
  }

  @Test
  void aPeriodBeforeTheFirstEntryHasNoLine() {
    assertEquals(List.of(), headline("C4 2025-Q4"));
    Table before = TableText.headline(traced(Period.quarter(2025, 4)));
    assertEquals(List.of(), TableText.lines(before));
    assertTrue(before.note().isPresent());
  }

  private static List<String> headline(String start) {
    return TableText.lines(TableText.headline(THIRD_QUARTER)).stream()
        .filter(line -> line.startsWith(start + " "))
        .toList();
  }
}
