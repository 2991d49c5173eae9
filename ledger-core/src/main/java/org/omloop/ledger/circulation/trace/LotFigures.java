package org.omloop.ledger.circulation.trace;

import java.util.List;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.TracedFigures.ExitLine;
import org.omloop.ledger.circulation.trace.TracedFigures.OpenLine;
import org.omloop.ledger.journal.EntryKind;

/** Reads the figures off an exact tracing at a moment. */
final class LotFigures {
  private final LotTracing tracing;
  private final Rows rows;
  private final long until;
  private final TraceTotals totals;
  private final SurvivalCurve<EntryKind> curve = new SurvivalCurve<>(ExitLog.KINDS);

  private LotFigures(LotTracing tracing, Rows rows, long until) {
    this.tracing = tracing;
    this.rows = rows;
    this.until = until;
    this.totals = tracing.ended().copy();
  }

  /**
   * Returns the figures at a moment.
   *
   * @param until milliseconds, not before the last row folded
   */
  static TracedFigures of(LotTracing tracing, Rows rows, long until) {
    return new LotFigures(tracing, rows, until).figures();
  }

  private TracedFigures figures() {
    List<ExitLine> exits = exits(tracing.exits());
    List<OpenLine> open = open();
    return TracedFigures.of(totals, exits, curve, open);
  }

  private List<ExitLine> exits(LotColumns exits) {
    for (int line = 0; line < exits.size(); line++) {
      long residence = residence(exits, line);
      curve.exit(residence, ExitLog.kind(exits, line), exits.amount(line));
    }
    return exits.lines(line -> new ExitLine(
        ExitLog.kind(exits, line),
        exits.amount(line),
        rows.id(exits.cohort(line)),
        TracedFigures.days(residence(exits, line)),
        exits.hops(line)));
  }

  private long residence(LotColumns exits, int line) {
    return rows.time(exits.place(line)) - rows.time(exits.cohort(line));
  }

  private List<OpenLine> open() {
    LotColumns open = new LotColumns();
    StateDigest.byId(rows.accounts()).forEach(account -> {
      LotList lots = tracing.lots(account);
      for (int lot = lots.start(); lot < lots.end(); lot++) {
        long amount = lots.amount(lot);
        long age = age(lots.cohort(lot));
        totals.open(amount, lots.hops(lot), age, until - rows.time(lots.row(lot)));
        curve.open(age, amount);
        open.add(lots.cohort(lot), lots.hops(lot), 0, amount);
      }
      open.close(account);
    });
    return open.lines(line -> new OpenLine(
        rows.accounts().id(open.place(line)),
        open.amount(line),
        rows.id(open.cohort(line)),
        open.hops(line),
        TracedFigures.days(age(open.cohort(line)))));
  }

  private long age(int cohort) {
    return until - rows.time(cohort);
  }
}
