package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * Whatever a market does, money is somewhere: S and all shares that left add up to 1 at every age, and programmes keep
 * what they were given. The identities are asserted as the tables are made, with lots and with merged lots.
 */
class RandomTracedTest {
  @Test
  void moneyIsInsideOrHasLeft() {
    long first = Effort.seed(RandomTracedTest.class);
    for (long seed = first; seed < first + Effort.of(4, 300); seed++) {
      JournalRows journal = RandomMarket.journal(seed);
      for (Period period : RandomMarket.PERIODS) {
        for (long size : List.of(journal.size(), journal.size() * 2 / 3)) {
          Scope scope = new Scope(journal, period, size);
          String where = "seed " + seed + ", " + period + ", " + size;
          check(TracedPeriods.of(scope), where);
          check(TracedPeriods.of(scope, 0), where + ", keyed");
        }
      }
    }
  }

  private static void check(TracedPeriods traced, String where) {
    Map<String, Double> sums = new HashMap<>();
    for (List<Cell> line : TableText.retention(traced).rows()) {
      if (word(line, 0).equals(RetentionCurves.ALL) && line.get(3) instanceof Cell.Known share) {
        sums.put(word(line, 1) + " " + number(line, 2), share.value().doubleValue());
        assertTrue(number(line, 4) > 0 && number(line, 5) > 0, where);
      }
    }
    for (List<Cell> line : ExitCurves.of(traced).rows()) {
      if (line.get(3) instanceof Cell.Known share) {
        sums.merge(word(line, 0) + " " + number(line, 1), share.value().doubleValue(), Double::sum);
      }
    }
    sums.forEach((at, sum) -> assertEquals(1, sum, 1e-5, where + ", " + at));
    checkProgrammes(traced, where);
    assertEquals(3, Tuple.of(traced).states().size());
  }

  /** Programmes and money of no programme together are all that is inside, and all that was passed on. */
  private static void checkProgrammes(TracedPeriods traced, String where) {
    for (List<Cell> line : Programmes.of(traced).rows()) {
      assertTrue(number(line, 5) + number(line, 6) <= number(line, 2), where);
      assertTrue(number(line, 3) > 0, where);
    }
    for (Rule rule : TracedPeriods.RULES) {
      long issued = 0;
      for (int row = 0; row < traced.scope().endRow(); row++) {
        issued += traced.scope().rows().movement(row) == Movement.INFLOW
            ? traced.scope().rows().amount(row)
            : 0;
      }
      long atRisk = traced.reading(rule).curves().all().at(List.of(0L)).get(0).atRisk();
      assertEquals(issued, atRisk, where);
    }
  }

  private static String word(List<Cell> line, int column) {
    return ((Cell.Code) line.get(column)).text();
  }

  private static long number(List<Cell> line, int column) {
    return ((Cell.Known) line.get(column)).value().longValueExact();
  }
}
