package org.omloop.ledger.circulation.period;

import java.util.Arrays;
import java.util.BitSet;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Lots;

/**
 * Which units held money of a cohort when it reached each age of {@link Ages}: who is behind a point of a curve. As in
 * "at risk", money that leaves its holder at just that age is still there; at age 0 it lies where it came in. Cohorts are
 * numbered as in {@link EntryCohorts}; of the period's own view only what was held within the period counts.
 *
 * <p>Not thread-safe.
 */
final class CohortHolders implements MoneyFollower {
  private static final int AGES = Ages.DAYS.size();

  private final Rows rows;
  private final EntryCohorts cohorts;
  private final int firstRow;
  private final long start;
  // owned by the fold: units, by cohort and age
  private final BitSet[] held;

  CohortHolders(Scope scope, EntryCohorts cohorts) {
    this.rows = scope.rows();
    this.cohorts = cohorts;
    this.firstRow = scope.firstRow();
    this.start = scope.start();
    this.held = new BitSet[cohorts.count() * AGES];
    Arrays.setAll(held, each -> new BitSet());
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      if (rows.movement(row) == Movement.INFLOW) {
        int unit = rows.accounts().unit(rows.payee(row));
        noteOf(row, unit, 0, 1);
        if (row >= firstRow) {
          note(EntryCohorts.PERIOD, unit, 0, 1);
        }
      }
    }
  }

  @Override
  public void moves(int row, Lots parts) {
    if (rows.movement(row) != Movement.OWN_TRANSFER) {
      holds(rows.payer(row), parts, rows.time(row), row >= firstRow);
    }
  }

  @Override
  public void holds(int account, Lots lots, long until) {
    holds(account, lots, until, true);
  }

  private void holds(int account, Lots lots, long until, boolean isInPeriod) {
    int unit = rows.accounts().unit(account);
    for (int lot = 0; lot < lots.count(); lot++) {
      long arrived = lots.arrivedAt(lot);
      int before = Ages.reached(lots.age(lot, arrived));
      int now = Ages.reached(lots.age(lot, until));
      if (now > before) {
        noteOf(lots.entryRow(lot), unit, before, now);
      }
      if (isInPeriod) {
        // What was there when the period began is at risk at the age that it had then.
        int watched = arrived < start ? Ages.reached(lots.age(lot, start) - 1) : before;
        note(EntryCohorts.PERIOD, unit, watched, now);
      }
    }
  }

  private void noteOf(int entryRow, int unit, int before, int now) {
    note(EntryCohorts.ALL, unit, before, now);
    note(cohorts.quarterOf(entryRow), unit, before, now);
    note(cohorts.programmeCohortOf(entryRow), unit, before, now);
  }

  private void note(int cohort, int unit, int before, int now) {
    for (int age = before; cohort != EntryCohorts.NONE && age < now; age++) {
      held[cohort * AGES + age].set(unit);
    }
  }

  /**
   * Returns how many units held money of a cohort at an age.
   *
   * @param age counts in {@link Ages#DAYS}
   */
  int count(int cohort, int age) {
    return held[cohort * AGES + age].cardinality();
  }
}
