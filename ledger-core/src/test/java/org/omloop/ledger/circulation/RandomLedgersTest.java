package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.reference.ReferenceBooks;
import org.omloop.ledger.circulation.reference.ReferenceTracing;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * A thousand random ledgers: identities (asserted in each fold), conservation, bounds, the order of rows at one time,
 * and a slow measurement of every cent beside the fast one.
 */
class RandomLedgersTest {
  private static final int LEDGERS = 1000;
  private static final Map<String, String> UNITS = RandomLedger.accounts()
      .lines()
      .map(line -> line.split(",", -1))
      .collect(Collectors.toMap(
          cells -> cells[0], cells -> cells[2].equals("fund") ? "fund " + cells[0] : cells[1]));

  private static String text(List<String> rows) {
    return String.join("\n", rows) + "\n";
  }

  /** Half the ledgers end at their last row, the others some time after it. */
  private static CirculationReport measure(long seed, List<String> rows) {
    var file = LedgerText.read(text(rows), RandomLedger.accounts());
    return seed % 2 == 0
        ? Measured.of(file)
        : Measured.until(until(seed, rows).toPlainString(), file);
  }

  private static BigDecimal until(long seed, List<String> rows) {
    BigDecimal last = new BigDecimal(rows.get(rows.size() - 1).split(",")[1]);
    return seed % 2 == 0 ? last : last.add(new BigDecimal("61.5"));
  }

  @Test
  void agreeWithAMeasurementOfEveryCent() {
    for (long seed = 0; seed < Effort.of(100, LEDGERS); seed++) {
      List<String> rows = RandomLedger.rows(seed);
      Json report = Json.parse(ReportJson.of(measure(seed, rows)));
      long until = until(seed, rows).movePointRight(5).longValueExact();
      String where = "seed " + seed;
      new ReferenceBooks(rows, UNITS, until)
          .figures()
          .forEach((path, expected) ->
              assertEquals(expected, shown(report.at(path)), where + ", " + path));
      for (Rule rule : Rule.values()) {
        String wire = rule.wireName();
        assertTraced(
            where + ", " + wire,
            new ReferenceTracing(rows, UNITS, wire, until),
            report.at("rules." + wire));
      }
    }
  }

  private static void assertTraced(String where, ReferenceTracing expected, Json found) {
    expected
        .figures()
        .forEach(
            (path, figure) -> assertEquals(figure, shown(found.at(path)), where + ", " + path));
    assertEquals(expected.exits(), sums(found.at("exits")), where);
    assertEquals(expected.openLots(), sums(found.at("openLots")), where);
    Map<String, Double> steps = new TreeMap<>();
    found.at("survival").list().forEach(line -> {
      String step = shown(line.item(0)) + " " + line.item(1).integer() + " "
          + line.item(2).integer();
      steps.put(step, line.item(3).number().doubleValue());
      line.item(4)
          .names()
          .forEach(kind ->
              steps.put(step + " " + kind, line.item(4).at(kind).number().doubleValue()));
    });
    Map<String, Double> survival = expected.survival();
    assertEquals(survival.keySet(), steps.keySet(), where);
    survival.forEach(
        (step, share) -> assertEquals(share, steps.get(step), 1e-6, where + ", " + step));
  }

  /** Adds up amounts, which stand second, of lines that are equal otherwise. */
  private static Map<String, Long> sums(Json lines) {
    Map<String, Long> sums = new TreeMap<>();
    lines.list().forEach(line -> {
      List<String> key =
          new ArrayList<>(line.list().stream().map(RandomLedgersTest::shown).toList());
      key.remove(1);
      sums.merge(String.join(" ", key), line.item(1).integer(), Long::sum);
    });
    return sums;
  }

  private static String shown(Json value) {
    return value.value() instanceof BigDecimal number
        ? number.toPlainString()
        : String.valueOf(value.value());
  }

  @Test
  void keepEveryUnitAndStayWithinTheirBounds() {
    for (long seed = 0; seed < LEDGERS; seed++) {
      CirculationReport report = measure(seed, RandomLedger.rows(seed));
      String where = "seed " + seed;
      CirculationReport.Stock books = report.books();
      assertEquals(books.entered() - books.exited(), books.stock(), where);
      assertTrue(isShare(report.throughflow()), where);
      assertTrue(isShare(report.sleepingShare()), where);
      assertTrue(isShare(report.circularShare().share()), where);
      report
          .throughflow()
          .ifPresent(throughflow -> assertTrue(
              report.circularShare().share().orElseThrow().compareTo(throughflow) <= 0, where));
      report.rules().values().forEach(traced -> {
        assertEquals(books.stock(), traced.open(), where);
        assertEquals(books.exited(), traced.exited(), where);
        BigDecimal lm3 = traced.lm3().orElseThrow();
        assertTrue(lm3.compareTo(BigDecimal.ONE) >= 0, where);
        assertTrue(lm3.compareTo(BigDecimal.valueOf(3)) <= 0, where);
        assertTrue(isShare(traced.idleShare()), where);
        traced.survival().forEach(line -> {
          BigDecimal all = line.exits().values().stream().reduce(line.survival(), BigDecimal::add);
          // Five shares, each rounded to a millionth.
          assertEquals(1, all.doubleValue(), 2.6e-6, where);
        });
      });
    }
  }

  private static boolean isShare(Optional<BigDecimal> ratio) {
    return ratio.isEmpty()
        || ratio.get().signum() >= 0 && ratio.get().compareTo(BigDecimal.ONE) <= 0;
  }

  @Test
  void giveTheSameFiguresWithoutAssumptionInWhateverOrderRowsOfOneTimeStand() {
    int shuffled = 0;
    for (long seed = 0; seed < LEDGERS; seed++) {
      List<String> rows = RandomLedger.rows(seed);
      List<String> other = shuffle(rows, new Random(seed));
      if (other.equals(rows) || !isPossible(other)) {
        continue;
      }
      shuffled++;
      assertEquals(
          withoutAssumption(measure(seed, rows)),
          withoutAssumption(measure(seed, other)),
          "seed " + seed);
    }
    assertTrue(shuffled > LEDGERS / 4, shuffled + " ledgers could be shuffled");
  }

  /** Shuffles rows within each time. */
  private static List<String> shuffle(List<String> rows, Random random) {
    Map<BigDecimal, List<String>> byTime = new TreeMap<>();
    rows.forEach(row -> byTime
        .computeIfAbsent(new BigDecimal(row.split(",")[1]), time -> new ArrayList<>())
        .add(row));
    byTime.values().forEach(each -> Collections.shuffle(each, random));
    return byTime.values().stream().flatMap(List::stream).toList();
  }

  private static boolean isPossible(List<String> rows) {
    try {
      LedgerText.read(text(rows), RandomLedger.accounts());
      return true;
    } catch (AssertionError impossible) {
      return false;
    }
  }

  private static String withoutAssumption(CirculationReport report) {
    String json = ReportJson.of(report);
    return json.substring(json.indexOf("\"window\""), json.indexOf("\"rules\""))
        + json.substring(json.indexOf("\"breakdown\""));
  }

  @Test
  void giveTheSameBytesAgain() {
    for (long seed = 0; seed < LEDGERS; seed++) {
      List<String> rows = RandomLedger.rows(seed);
      assertEquals(ReportJson.of(measure(seed, rows)), ReportJson.of(measure(seed, rows)));
    }
  }
}
