package org.omloop.ledger.circulation.period;

import java.util.BitSet;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Lots;

/**
 * Which units held money of a quarter, or any money, when it reached each age of {@link Ages}: who is behind a point of
 * a curve. As in "at risk", money that leaves its holder at just that age is still there; at age 0 it lies where it
 * came in.
 *
 * <p>Not thread-safe.
 */
final class CohortHolders implements MoneyFollower {
  /** The number of all money, after those of the quarters. */
  static final int ALL = EntryCohorts.QUARTERS;

  private final Rows rows;
  private final EntryCohorts cohorts;
  // owned by the fold: by cohort and age
  private final BitSet[][] units = new BitSet[ALL + 1][Ages.DAYS.size()];

  CohortHolders(Scope scope, EntryCohorts cohorts) {
    this.rows = scope.rows();
    this.cohorts = cohorts;
    for (BitSet[] ofCohort : units) {
      for (int age = 0; age < ofCohort.length; age++) {
        ofCohort[age] = new BitSet();
      }
    }
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      if (rows.movement(row) == Movement.INFLOW) {
        add(row, 0, rows.accounts().unit(rows.payee(row)));
      }
    }
  }

  @Override
  public void moves(int row, Lots parts) {
    if (rows.movement(row) != Movement.OWN_TRANSFER) {
      holds(rows.payer(row), parts, rows.time(row));
    }
  }

  @Override
  public void holds(int account, Lots lots, long until) {
    int unit = rows.accounts().unit(account);
    for (int lot = 0; lot < lots.count(); lot++) {
      long from = lots.age(lot, lots.arrivedAt(lot));
      long to = lots.age(lot, until);
      for (int age = 1; age < Ages.MILLISECONDS.size() && Ages.MILLISECONDS.get(age) <= to; age++) {
        if (Ages.MILLISECONDS.get(age) > from) {
          add(lots.entryRow(lot), age, unit);
        }
      }
    }
  }

  private void add(int entryRow, int age, int unit) {
    units[ALL][age].set(unit);
    int quarter = cohorts.quarterOf(entryRow);
    if (quarter != EntryCohorts.NONE) {
      units[quarter][age].set(unit);
    }
  }

  /**
   * Returns how many units held money of a cohort at an age.
   *
   * @param cohort a quarter's number, or {@link #ALL}
   * @param age counts in {@link Ages#DAYS}
   */
  int count(int cohort, int age) {
    return units[cohort][age].cardinality();
  }
}
