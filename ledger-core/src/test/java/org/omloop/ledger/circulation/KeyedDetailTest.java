package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.csv.LedgerFile;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.CohortCalendar;
import org.omloop.ledger.circulation.trace.KeyedTracing;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.circulation.trace.Tracing;

/** The fold that merges lots of one key, beside the one that keeps them all. */
class KeyedDetailTest {
  private static final int LEDGERS = Effort.of(100, 3000);

  private static LedgerFile ledger(List<String> rows) {
    return LedgerText.read(String.join("\n", rows) + "\n", RandomLedger.accounts());
  }

  private static long end(Rows rows) {
    return rows.time(rows.size() - 1) + 12_345_678_901L;
  }

  private static TracedFigures figures(Tracing tracing, Rows rows) {
    for (int row = 0; row < rows.size(); row++) {
      tracing.fold(row);
    }
    return tracing.figures(end(rows));
  }

  private static TracedFigures keyed(Rows rows, Rule rule) {
    return figures(new KeyedTracing(rows, rule, Offset.hashed(), CohortCalendar.THIRTY_DAYS), rows);
  }

  private static TracedFigures lots(Rows rows, Rule rule) {
    return figures(new LotTracing(rows, rule, Offset.hashed()), rows);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void identitiesHoldExactly(Rule rule) {
    for (long seed = 0; seed < LEDGERS; seed++) {
      Rows rows = ledger(RandomLedger.rows(seed)).rows();
      Books books = new Books(rows);
      Tracing tracing = new KeyedTracing(rows, rule, Offset.hashed(), CohortCalendar.THIRTY_DAYS);
      for (int row = 0; row < rows.size(); row++) {
        books.fold(row);
        tracing.fold(row);
        Identities.check(books, rule, tracing, rows.accounts());
        Identities.check(books, rule, tracing.figures(rows.time(row)));
      }
    }
  }

  /** Without refunds, which are not targeted, and without levies and credit, which round by lot, nothing may differ. */
  @ParameterizedTest
  @EnumSource(value = Rule.class, names = "MIXED", mode = EnumSource.Mode.EXCLUDE)
  void agreesWithEveryLotUnderFifoAndLifo(Rule rule) {
    int compared = 0;
    for (long seed = 0; seed < LEDGERS * 3; seed++) {
      List<String> lines = new ArrayList<>(RandomLedger.rows(seed));
      lines.removeIf(
          line -> List.of("refund", "demurrage", "credit").stream().anyMatch(line::contains));
      if (lines.isEmpty() || !isPossible(lines)) {
        continue;
      }
      compared++;
      Rows rows = ledger(lines).rows();
      TracedFigures exact = lots(rows, rule);
      TracedFigures keyed = keyed(rows, rule);
      String where = rule + ", seed " + seed;
      assertEquals(exits(exact, rows, true), exits(keyed, rows, false), where);
      assertEquals(open(exact, rows, true), open(keyed, rows, false), where);
      assertEquals(exact.lm3(), keyed.lm3(), where);
      assertEquals(exact.meanHopsAtExit(), keyed.meanHopsAtExit(), where);
      assertEquals(exact.hopSum(), keyed.hopSum(), where);
      assertEquals(exact.moneyTime(), keyed.moneyTime(), where);
    }
    assertTrue(compared > LEDGERS / 3, compared + " ledgers compared");
  }

  private static boolean isPossible(List<String> lines) {
    try {
      ledger(lines);
      return true;
    } catch (AssertionError impossible) {
      return false;
    }
  }

  private static Map<String, Long> exits(TracedFigures traced, Rows rows, boolean isExact) {
    Map<String, Long> sums = new TreeMap<>();
    traced
        .exits()
        .forEach(exit -> sums.merge(
            exit.kind() + " " + cohort(exit.cohort(), rows, isExact) + " "
                + Math.min(7, exit.hops()),
            exit.amount(),
            Long::sum));
    return sums;
  }

  private static Map<String, Long> open(TracedFigures traced, Rows rows, boolean isExact) {
    Map<String, Long> sums = new TreeMap<>();
    traced
        .openLots()
        .forEach(open -> sums.merge(
            cohort(open.cohort(), rows, isExact) + " " + Math.min(7, open.hops()),
            open.amount(),
            Long::sum));
    return sums;
  }

  /** Returns the block of thirty days in which a row came in. */
  private static String cohort(String cohort, Rows rows, boolean isExact) {
    if (!isExact) {
      return cohort;
    }
    for (int row = 0; row < rows.size(); row++) {
      if (rows.id(row).equals(cohort)) {
        return "d" + rows.time(row) / 2_592_000_000L * 30;
      }
    }
    throw new AssertionError(cohort);
  }

  /** With amounts a million times as large rounding is nothing beside them. */
  @Test
  void agreesWithEveryLotUnderMixedButForRounding() {
    for (long seed = 0; seed < LEDGERS; seed++) {
      List<String> lines = new ArrayList<>(RandomLedger.rows(seed));
      if (lines.stream().anyMatch(line -> line.contains("refund"))) {
        continue;
      }
      lines.replaceAll(KeyedDetailTest::millionfold);
      Rows rows = ledger(lines).rows();
      assertNear(
          "seed " + seed,
          open(lots(rows, Rule.MIXED), rows, true),
          open(keyed(rows, Rule.MIXED), rows, false));
      assertNear(
          "seed " + seed,
          exits(lots(rows, Rule.MIXED), rows, true),
          exits(keyed(rows, Rule.MIXED), rows, false));
    }
  }

  private static String millionfold(String line) {
    String[] cells = line.split(",", -1);
    cells[4] = new BigDecimal(cells[4])
        .movePointRight(6)
        .setScale(2, RoundingMode.UNNECESSARY)
        .toPlainString();
    return String.join(",", cells);
  }

  private static void assertNear(
      String where, Map<String, Long> expected, Map<String, Long> found) {
    Map<String, Long> all = new TreeMap<>(expected);
    found.forEach((key, amount) -> all.merge(key, -amount, Long::sum));
    all.forEach((key, difference) ->
        assertTrue(Math.abs(difference) < 1000, where + ", " + key + ": " + difference));
  }

  @Test
  void fromTheHundredThousandAndFirstRowOnLotsAreMerged() {
    StringBuilder rows = new StringBuilder("i1,2026-01-31T12:00:00Z,,A,5000.00,issue,\n");
    rows.append("i2,2026-02-01T12:00:00Z,,A,5000.00,issue,\n");
    for (int row = 3; row <= Circulation.MOST_ROWS_IN_LOTS; row++) {
      rows.append("t").append(row).append(",2026-02-11T12:00:00Z,A,B,0.01,purchase,\n");
    }
    assertEquals("lots", Measured.of(LedgerText.read(rows.toString())).detail());
    rows.append("x1,2026-02-21T12:00:00Z,B,,99.98,redeem,\n");
    Json report = Json.parse(ReportJson.of(Measured.of(LedgerText.read(rows.toString()))));
    assertEquals("keyed", report.at("detail").text());
    assertEquals(
        List.of("redeem 9998 2026-01 21 1"), Measured.lines(report.at("rules.fifo.exits")));
    assertEquals(
        List.of("21 9998 500000 0.980004 {redeem=0.019996}"),
        Measured.lines(report.at("rules.fifo.survival")));
    assertEquals(
        List.of("* 400002 2026-01 0 21", "* 90000 2026-01 1 21", "* 500000 2026-02 0 20"),
        Measured.lines(report.at("rules.fifo.openLots")));
    assertEquals(
        List.of("redeem 9998 2026-02 20 1"), Measured.lines(report.at("rules.lifo.exits")));
  }
}
