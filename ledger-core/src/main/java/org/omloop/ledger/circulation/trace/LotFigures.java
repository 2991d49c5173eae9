package org.omloop.ledger.circulation.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.TracedFigures.ExitLine;
import org.omloop.ledger.circulation.trace.TracedFigures.OpenLine;
import org.omloop.ledger.journal.EntryKind;

/** Reads the figures off an exact tracing at a moment. */
final class LotFigures {
  private record Exit(EntryKind kind, int cohort, long residence, int hops) {}

  private record Open(int cohort, int hops) {}

  private LotFigures() {}

  /**
   * Returns the figures at a moment.
   *
   * @param until milliseconds, not before the last row folded
   */
  static TracedFigures of(LotTracing tracing, Rows rows, long until) {
    TraceTotals totals = new TraceTotals();
    SurvivalCurve curve = new SurvivalCurve();
    totals.spellAmount = tracing.spellAmount();
    totals.spellTime.add(tracing.spellTime());
    List<ExitLine> exits = exits(tracing.exits(), rows, totals, curve);
    List<OpenLine> open = new ArrayList<>();
    byId(rows.accounts()).forEach(account -> {
      String id = rows.accounts().id(account);
      open.addAll(open(tracing.lots(account), id, rows, until, totals, curve));
    });
    return TracedFigures.of(totals, exits, curve, open);
  }

  private static List<ExitLine> exits(
      LotList exits, Rows rows, TraceTotals totals, SurvivalCurve curve) {
    Map<Exit, Long> sums = new LinkedHashMap<>();
    for (int lot = exits.start(); lot < exits.end(); lot++) {
      EntryKind kind = rows.kind(exits.row(lot));
      int cohort = exits.cohort(lot);
      long residence = rows.time(exits.row(lot)) - rows.time(cohort);
      long amount = exits.amount(lot);
      totals.exit(amount, exits.hops(lot), residence);
      curve.exit(residence, kind, amount);
      sums.merge(new Exit(kind, cohort, residence, exits.hops(lot)), amount, Long::sum);
    }
    List<ExitLine> lines = new ArrayList<>();
    sums.forEach((exit, amount) -> lines.add(new ExitLine(
        exit.kind(),
        amount,
        rows.id(exit.cohort()),
        TracedFigures.days(exit.residence()),
        exit.hops())));
    return lines;
  }

  private static List<OpenLine> open(
      LotList lots,
      String account,
      Rows rows,
      long until,
      TraceTotals totals,
      SurvivalCurve curve) {
    Map<Open, Long> sums = new LinkedHashMap<>();
    for (int lot = lots.start(); lot < lots.end(); lot++) {
      int cohort = lots.cohort(lot);
      long amount = lots.amount(lot);
      long age = until - rows.time(cohort);
      totals.open(amount, lots.hops(lot), age, until - rows.time(lots.row(lot)));
      curve.open(age, amount);
      sums.merge(new Open(cohort, lots.hops(lot)), amount, Long::sum);
    }
    List<OpenLine> lines = new ArrayList<>();
    sums.forEach((open, amount) -> lines.add(new OpenLine(
        account,
        amount,
        rows.id(open.cohort()),
        open.hops(),
        TracedFigures.days(until - rows.time(open.cohort())))));
    return lines;
  }

  private static List<Integer> byId(Accounts accounts) {
    return IntStream.range(0, accounts.size()).boxed().sorted(accounts::compare).toList();
  }
}
