package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;

/** How far an estimate would move if other inflows of the same kind had been there. */
class BandsTest {
  /** So many shops get 100 each on 2 January; every second one redeems all of it after a month. */
  private static TracedPeriods shops(int count) {
    StringBuilder script = new StringBuilder("found at=2026-01-02T00:00\n");
    for (int shop = 0; shop < count; shop++) {
      script.append("open shop").append(shop).append(" organisation\n");
      script.append("issue i").append(shop).append(" shop").append(shop).append(" 100.00\n");
    }
    script.append("at 2026-02-02T00:00\n");
    for (int shop = 0; shop < count; shop += 2) {
      script
          .append("redeem e")
          .append(shop)
          .append(" shop")
          .append(shop)
          .append(" 100.00 supplier\n");
    }
    script.append("at 2026-10-01T00:00\nopen ben resident\n");
    return TracedPeriods.of(TableText.scope(script.toString(), Period.quarter(2026, 3)));
  }

  private static Line line(Table table, String... words) {
    return Line.of(table).stream()
        .filter(each -> each.words().equals(List.of(words)))
        .findFirst()
        .orElseThrow();
  }

  private static Line at(TracedPeriods traced, int age) {
    return Line.of(TableText.retention(traced)).stream()
        .filter(each -> each.words().equals(List.of("all", "fifo")))
        .filter(each -> each.value("age").equals(Optional.of(BigDecimal.valueOf(age))))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Of 40 shops 20 keep it: the share of a draw of 40 is binomial, with a standard deviation of √(½ · ½ ÷ 40) = 0.079, so
   * that 80% of all draws lie within 1.2816 · 0.079 = 0.10 of a half, to within a shop.
   */
  @Test
  void aBandIsAsWideAsChanceMakesIt() {
    Line half = at(shops(40), 180);
    assertEquals(0.5, half.value("inside").orElseThrow().doubleValue(), 1e-9);
    assertEquals(0.4, half.value("low80").orElseThrow().doubleValue(), 0.0251);
    assertEquals(0.6, half.value("high80").orElseThrow().doubleValue(), 0.0251);
    Line all = at(shops(40), 30);
    assertEquals(List.of("1", "1"), List.of(shown(all, "low80"), shown(all, "high80")));
  }

  private static String shown(Line line, String column) {
    return line.value(column).map(BigDecimal::toPlainString).orElse(".");
  }

  @Test
  void belowTenEntriesThereIsNone() {
    assertEquals(".", shown(at(shops(9), 180), "low80"));
    assertNotEquals(".", shown(at(shops(10), 180), "low80"));
    Line headline = line(TableText.headline(shops(9)), "C12", "2026-Q3", "fifo");
    assertEquals(".", shown(headline, "high80"));
    assertEquals(".", shown(line(TableText.oneEuro(shops(9)), "2026-Q1", "fifo"), "inside_low80"));
  }

  @Test
  void headlineAndOneEuroHaveThemToo() {
    TracedPeriods traced = shops(40);
    Line retained = line(TableText.headline(traced), "C12", "2026-Q3", "mixed");
    assertTrue(retained.value("low80").orElseThrow().doubleValue() < 0.5);
    assertTrue(retained.value("high80").orElseThrow().doubleValue() > 0.5);
    Line lm3 = line(TableText.headline(traced), "C8", "2026-Q3", "mixed");
    assertEquals(List.of("1", "1"), List.of(shown(lm3, "low80"), shown(lm3, "high80")));
    assertEquals(".", shown(line(TableText.headline(traced), "C7", "2026-Q3", "books"), "low80"));
    Line euro = line(TableText.oneEuro(traced), "2026-Q1", "lifo");
    double inside = euro.value("inside_low80").orElseThrow().doubleValue();
    assertEquals(0.4, inside, 0.0251);
    assertEquals(0.6, euro.value("redeemed_high80").orElseThrow().doubleValue(), 0.0251);
    assertEquals("0", shown(euro, "spent_high80"));
  }

  @Test
  void theSameReportHasTheSameBandsAndAnotherRootOthers() {
    TracedPeriods traced = shops(25);
    Tuple tuple = Tuple.of(traced);
    assertEquals(
        RetentionCurves.of(traced, Bands.of(traced, "cm9vdA==", tuple)).rows(),
        RetentionCurves.of(traced, Bands.of(traced, "cm9vdA==", tuple)).rows());
    assertNotEquals(
        RetentionCurves.of(traced, Bands.of(traced, "cm9vdA==", tuple)).rows(),
        RetentionCurves.of(traced, Bands.of(traced, "b3RoZXI=", tuple)).rows());
    assertNotEquals(draws(DrawnEvents.Seed.of("one")), draws(DrawnEvents.Seed.of("another")));
  }

  /** Whatever is drawn: as many as there are, and over many draws each as often as any other. */
  private static List<Integer> draws(DrawnEvents.Seed seed) {
    DrawnEvents events = new DrawnEvents(seed, new int[] {1, 4, 5}, 7);
    int[] sums = new int[7];
    for (int draw = 0; draw < 3_000; draw++) {
      int[] times = events.next();
      assertEquals(3, IntStream.of(times).sum());
      IntStream.range(0, 7).forEach(event -> sums[event] += times[event]);
    }
    List.of(1, 4, 5).forEach(event -> assertEquals(3_000, sums[event], 200));
    return IntStream.of(sums).boxed().toList();
  }

  /** Bands are about the figure beside them, with every lot followed and with merged lots. */
  @Test
  void ofRandomMarketsTheyLieInOrderAndWithinBounds() {
    int found = 0;
    for (long seed = 1; seed <= 4; seed++) {
      JournalRows journal = RandomMarket.journal(seed);
      Scope scope = new Scope(journal, Period.year(2026), journal.size());
      for (TracedPeriods traced : List.of(TracedPeriods.of(scope), TracedPeriods.of(scope, 0))) {
        for (Line line : Line.of(TableText.retention(traced))) {
          if (line.value("low80").isPresent()) {
            found++;
            double low = line.value("low80").orElseThrow().doubleValue();
            double high = line.value("high80").orElseThrow().doubleValue();
            assertTrue(0 <= low && low <= high && high <= 1, line.toString());
            assertTrue(line.value("inside").isPresent(), line.toString());
          }
        }
      }
    }
    assertTrue(found > 50, found + " bands");
  }
}
