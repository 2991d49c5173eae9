package org.omloop.ledger.circulation.period;

import java.util.Arrays;
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

  private static final int AGES = Ages.DAYS.size();

  private final Rows rows;
  private final EntryCohorts cohorts;
  // owned by the fold: by unit, a bit for each cohort and age
  private final long[] held;

  CohortHolders(Scope scope, EntryCohorts cohorts) {
    this.rows = scope.rows();
    this.cohorts = cohorts;
    this.held = new long[rows.accounts().unitCount()];
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      if (rows.movement(row) == Movement.INFLOW) {
        held[rows.accounts().unit(rows.payee(row))] |= bits(row, 1);
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
    long bits = 0;
    for (int lot = 0; lot < lots.count(); lot++) {
      int before = Ages.reached(lots.age(lot, lots.arrivedAt(lot)));
      int now = Ages.reached(lots.age(lot, until));
      if (now > before) {
        bits |= bits(lots.entryRow(lot), (1L << now) - (1L << before));
      }
    }
    held[rows.accounts().unit(account)] |= bits;
  }

  /** Returns the bits of some ages for the cohort of an inflow, and for all money. */
  private long bits(int entryRow, long ages) {
    int quarter = cohorts.quarterOf(entryRow);
    long ofAll = ages << ALL * AGES;
    return quarter == EntryCohorts.NONE ? ofAll : ofAll | ages << quarter * AGES;
  }

  /**
   * Returns how many units held money of a cohort at an age.
   *
   * @param cohort a quarter's number, or {@link #ALL}
   * @param age counts in {@link Ages#DAYS}
   */
  int count(int cohort, int age) {
    long bit = 1L << cohort * AGES + age;
    return (int) Arrays.stream(held).filter(bits -> (bits & bit) != 0).count();
  }
}
