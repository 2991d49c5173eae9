package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.circulation.trace.SurvivalCurve;

/**
 * How long money of each quarter stays, and all money, and what it leaves for (C12, C13). Money inside is censored at
 * its age: it has not left.
 *
 * <p>Not thread-safe.
 */
final class CohortCurves implements MoneyFollower {
  private final Scope scope;
  private final EntryCohorts cohorts;
  // owned by the fold: first by quarter, then of all money
  private final SurvivalCurve<String> all = new SurvivalCurve<>(Exits.words());
  private final List<SurvivalCurve<String>> quarters = new ArrayList<>();

  CohortCurves(Scope scope, EntryCohorts cohorts) {
    this.scope = scope;
    this.cohorts = cohorts;
    for (int quarter = 0; quarter < EntryCohorts.QUARTERS; quarter++) {
      quarters.add(new SurvivalCurve<>(Exits.words()));
    }
  }

  @Override
  public void moves(int row, Lots parts) {
    Rows rows = scope.rows();
    if (rows.movement(row) != Movement.EXIT) {
      return;
    }
    String word = Exits.word(scope, row);
    for (int part = 0; part < parts.count(); part++) {
      long age = parts.age(part, rows.time(row));
      long amount = parts.amount(part);
      all.exit(age, word, amount);
      int quarter = cohorts.quarterOf(parts.entryRow(part));
      if (quarter != EntryCohorts.NONE) {
        quarters.get(quarter).exit(age, word, amount);
      }
    }
  }

  @Override
  public void holds(int account, Lots lots, long until) {
    hold(all, lots, until);
    for (int lot = 0; lot < lots.count(); lot++) {
      int quarter = cohorts.quarterOf(lots.entryRow(lot));
      if (quarter != EntryCohorts.NONE) {
        quarters.get(quarter).open(lots.age(lot, until), lots.amount(lot));
      }
    }
  }

  /** Adds what is inside to a curve. */
  static void hold(SurvivalCurve<String> curve, Lots lots, long until) {
    for (int lot = 0; lot < lots.count(); lot++) {
      curve.open(lots.age(lot, until), lots.amount(lot));
    }
  }

  /** Returns the curve of all money. */
  SurvivalCurve<String> all() {
    return all;
  }

  /** Returns the curve of the money of a quarter, by number. */
  SurvivalCurve<String> ofQuarter(int quarter) {
    return quarters.get(quarter);
  }
}
