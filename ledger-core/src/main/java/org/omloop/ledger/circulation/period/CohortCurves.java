package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.circulation.trace.SurvivalCurve;

/**
 * How long money of each cohort of {@link EntryCohorts} stays, and what it leaves for (C12, C13). Money inside is
 * censored at its age: it has not left. In the period's own view only what happened within it counts, and money that
 * came in before is at risk from the age that it had when the period began (circulation.md, section 5).
 *
 * <p>Not thread-safe.
 */
final class CohortCurves implements MoneyFollower {
  private final Scope scope;
  private final EntryCohorts cohorts;
  private final int firstRow;
  // owned by the fold: by cohort
  private final List<SurvivalCurve<String>> curves = new ArrayList<>();

  CohortCurves(Scope scope, EntryCohorts cohorts) {
    this.scope = scope;
    this.cohorts = cohorts;
    this.firstRow = scope.firstRow();
    for (int cohort = 0; cohort < cohorts.count(); cohort++) {
      curves.add(new SurvivalCurve<>(Exits.words()));
    }
  }

  @Override
  public void begins(Lots lots, long start) {
    for (int lot = 0; lot < lots.count(); lot++) {
      of(EntryCohorts.PERIOD).late(lots.age(lot, start), lots.amount(lot));
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
      int entryRow = parts.entryRow(part);
      all().exit(age, word, amount);
      exit(cohorts.quarterOf(entryRow), age, word, amount);
      exit(cohorts.programmeCohortOf(entryRow), age, word, amount);
      if (row >= firstRow) {
        of(EntryCohorts.PERIOD).exit(age, word, amount);
      }
    }
  }

  private void exit(int cohort, long age, String word, long amount) {
    if (cohort != EntryCohorts.NONE) {
      of(cohort).exit(age, word, amount);
    }
  }

  @Override
  public void holds(int account, Lots lots, long until) {
    hold(all(), lots, until);
    hold(of(EntryCohorts.PERIOD), lots, until);
    for (int lot = 0; lot < lots.count(); lot++) {
      int entryRow = lots.entryRow(lot);
      open(cohorts.quarterOf(entryRow), lots.age(lot, until), lots.amount(lot));
      open(cohorts.programmeCohortOf(entryRow), lots.age(lot, until), lots.amount(lot));
    }
  }

  private void open(int cohort, long age, long amount) {
    if (cohort != EntryCohorts.NONE) {
      of(cohort).open(age, amount);
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
    return of(EntryCohorts.ALL);
  }

  /** Returns the curve of a cohort. */
  SurvivalCurve<String> of(int cohort) {
    return curves.get(cohort);
  }
}
