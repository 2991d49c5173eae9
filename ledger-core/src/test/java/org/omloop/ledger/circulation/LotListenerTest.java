package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.CohortCalendar;
import org.omloop.ledger.circulation.trace.KeyedTracing;
import org.omloop.ledger.circulation.trace.LotListener;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.circulation.trace.Tracing;

/**
 * Who listens to a tracing can add up what it adds up: refunds take hops back, and levies, contributions and transfers
 * within a unit are none.
 */
class LotListenerTest {
  /** What was heard, and then shown. */
  private static final class Heard implements LotListener {
    private final Rows rows;
    private long hops;
    private long left;
    private long moved;
    private long held;

    Heard(Rows rows) {
      this.rows = rows;
    }

    @Override
    public void moves(int row, Lots parts) {
      for (int part = 0; part < parts.count(); part++) {
        moved += parts.amount(part);
        hops += rows.hopChange(row) * parts.amount(part);
        left += rows.movement(row) == Movement.EXIT ? parts.amount(part) : 0;
        assertTrue(parts.arrivedAt(part) <= rows.time(row));
        assertTrue(parts.age(part, rows.time(row)) >= 0);
        assertEquals(Movement.INFLOW, rows.movement(parts.entryRow(part)));
      }
    }

    void hold(Tracing tracing) {
      tracing.show((account, lots) -> {
        for (int lot = 0; lot < lots.count(); lot++) {
          held += lots.amount(lot);
        }
      });
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void hearsAllThatMovesAndIsShownAllThatLies(Rule rule) {
    for (long seed = 0; seed < 100; seed++) {
      Rows rows = LedgerText.read(
              String.join("\n", RandomLedger.rows(seed)) + "\n", RandomLedger.accounts())
          .rows();
      Heard exact = new Heard(rows);
      check(rows, new LotTracing(rows, rule, Offset.hashed(), exact), exact, "seed " + seed);
      Heard merged = new Heard(rows);
      check(
          rows,
          new KeyedTracing(rows, rule, Offset.hashed(), row -> "", merged),
          merged,
          "seed " + seed + ", keyed");
    }
  }

  /** What has left is added up as it leaves, or from lines afterwards. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void totalsAreThoseOfTheFigures(Rule rule) {
    for (long seed = 0; seed < 100; seed++) {
      Rows rows = LedgerText.read(
              String.join("\n", RandomLedger.rows(seed)) + "\n", RandomLedger.accounts())
          .rows();
      Tracing heard = new LotTracing(rows, rule, Offset.hashed(), (row, parts) -> {});
      Tracing kept = new LotTracing(rows, rule, Offset.hashed());
      Tracing merged = new KeyedTracing(rows, rule, Offset.hashed(), CohortCalendar.THIRTY_DAYS);
      for (int row = 0; row < rows.size(); row++) {
        heard.fold(row);
        kept.fold(row);
        merged.fold(row);
      }
      long until = rows.time(rows.size() - 1) + 1_000;
      String where = "seed " + seed;
      assertEquals(kept.totals(until), heard.totals(until), where);
      assertEquals(kept.totals(until), withoutLines(kept.figures(until)), where);
      assertEquals(merged.totals(until), withoutLines(merged.figures(until)), where);
      assertEquals(kept.stateHash(), heard.stateHash(), where);
      assertThrows(IllegalStateException.class, () -> heard.figures(until), where);
    }
  }

  private static TracedFigures withoutLines(TracedFigures figures) {
    return new TracedFigures(
        figures.lm3(),
        figures.hopSum(),
        figures.moneyTime(),
        figures.open(),
        figures.exited(),
        figures.passedOn(),
        figures.passedOnAgain(),
        figures.meanHopsAtExit(),
        figures.meanResidenceDays(),
        figures.holdingDays(),
        figures.idleShare(),
        List.of(),
        List.of(),
        List.of());
  }

  private static void check(Rows rows, Tracing tracing, Heard heard, String where) {
    Books books = new Books(rows);
    long moved = 0;
    for (int row = 0; row < rows.size(); row++) {
      books.fold(row);
      tracing.fold(row);
      moved += rows.movement(row) == Movement.INFLOW ? 0 : rows.amount(row);
    }
    heard.hold(tracing);
    assertEquals(moved, heard.moved, where);
    assertEquals(books.volume(), heard.hops, where);
    assertEquals(books.exited(), heard.left, where);
    assertEquals(books.stock(), heard.held, where);
  }
}
