package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.coins.CoinPath;
import org.omloop.ledger.circulation.coins.MarkedCoins;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;

/** Marked coins say what the well-mixed fold of every lot says, but for the error of a sample. */
class MarkedCoinsBesideLotsTest {
  private static final int LEDGERS = Effort.of(60, 1000);
  private static final int COINS = 5_000;

  /** Standard errors: of some thousands of figures the worst is near four, and more than five is a mistake. */
  private static final double WORST = 5;

  private double worst;
  private double squares;
  private int figures;

  @Test
  void agreeOnExitsByCohortAndHopsAndOnWhatIsOpen() {
    for (long seed = 0; seed < LEDGERS; seed++) {
      Rows rows = rows(seed);
      long entered = entered(rows);
      MarkedCoins coins =
          MarkedCoins.of(rows, 0, rows.size(), Math.max(1, entered / COINS), Offset.hashed());
      Map<String, Double> expected = lots(rows);
      Map<String, Double> found = coins(coins, rows);
      expected.keySet().forEach(key -> found.putIfAbsent(key, 0.0));
      for (Map.Entry<String, Double> each : found.entrySet()) {
        double mean = expected.getOrDefault(each.getKey(), 0.0) / coins.spacing();
        compare("seed " + seed + ", " + each, each.getValue(), mean, coins.size());
      }
    }
    assertTrue(figures > 10 * LEDGERS, figures + " figures");
    // Not too good either: the errors are those of independent coins.
    double meanSquare = squares / figures;
    assertTrue(meanSquare > 0.3 && meanSquare < 1.2, "mean square " + meanSquare);
    assertTrue(worst > 2, "worst " + worst);
  }

  private void compare(String where, double count, double mean, int all) {
    double variance = mean * (1 - mean / all) + 1;
    double errors = (count - mean) / Math.sqrt(variance);
    assertTrue(Math.abs(errors) < WORST, where + ": " + mean + " expected");
    worst = Math.max(worst, Math.abs(errors));
    squares += errors * errors;
    figures++;
  }

  /** Amounts are a million times as large, so that the rounding of lots is nothing beside them. */
  private static Rows rows(long seed) {
    List<String> lines = new ArrayList<>(RandomLedger.rows(seed));
    lines.replaceAll(line -> {
      String[] cells = line.split(",", -1);
      cells[4] = new BigDecimal(cells[4])
          .movePointRight(6)
          .setScale(2, RoundingMode.UNNECESSARY)
          .toPlainString();
      return String.join(",", cells);
    });
    return LedgerText.read(String.join("\n", lines) + "\n", RandomLedger.accounts())
        .rows();
  }

  private static long entered(Rows rows) {
    long entered = 0;
    for (int row = 0; row < rows.size(); row++) {
      entered += rows.movement(row) == Movement.INFLOW ? rows.amount(row) : 0;
    }
    return entered;
  }

  private static Map<String, Double> lots(Rows rows) {
    LotTracing tracing = new LotTracing(rows, Rule.MIXED, Offset.hashed());
    for (int row = 0; row < rows.size(); row++) {
      tracing.fold(row);
    }
    TracedFigures traced = tracing.figures(rows.time(rows.size() - 1));
    Map<String, Double> amounts = new TreeMap<>();
    traced
        .exits()
        .forEach(exit ->
            add(amounts, exit.kind().wireName(), exit.cohort(), exit.hops(), exit.amount()));
    traced
        .openLots()
        .forEach(open ->
            add(amounts, "on " + open.account(), open.cohort(), open.hops(), open.amount()));
    return amounts;
  }

  private static Map<String, Double> coins(MarkedCoins coins, Rows rows) {
    Map<String, Double> counts = new TreeMap<>();
    for (int coin = 0; coin < coins.size(); coin++) {
      CoinPath path = coins.path(coin);
      int hops = 0;
      for (int row : path.rows()) {
        hops += rows.hopChange(row);
      }
      int last = path.last();
      String place = rows.movement(last) == Movement.EXIT
          ? rows.kind(last).wireName()
          : "on " + rows.accounts().id(rows.payee(last));
      add(counts, place, rows.id(path.inflow()), hops, 1);
    }
    return counts;
  }

  private static void add(
      Map<String, Double> sums, String place, String cohort, int hops, long amount) {
    sums.merge(place + ", of " + cohort + ", hops " + hops, (double) amount, Double::sum);
  }
}
