package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.journal.EntryKind;

/**
 * What the money of each quarter did until it was {@link Ages#COMPARED_DAYS} days old, that age included: what comes
 * later does not count, so that quarters are compared at equal age.
 *
 * <p>Not thread-safe.
 */
final class YoungMoney implements MoneyFollower {
  private final Rows rows;
  private final EntryCohorts cohorts;
  // owned by the fold: minor units by quarter
  private final long[] spent = new long[EntryCohorts.QUARTERS];
  private final long[] left = new long[EntryCohorts.QUARTERS];
  private final long[] redeemed = new long[EntryCohorts.QUARTERS];

  YoungMoney(Scope scope, EntryCohorts cohorts) {
    this.rows = scope.rows();
    this.cohorts = cohorts;
  }

  @Override
  public void moves(int row, Lots parts) {
    boolean isExit = rows.movement(row) == Movement.EXIT;
    int hopChange = rows.hopChange(row);
    if (!isExit && hopChange == 0) {
      return;
    }
    for (int part = 0; part < parts.count(); part++) {
      int quarter = cohorts.quarterOf(parts.entryRow(part));
      if (quarter != EntryCohorts.NONE && parts.age(part, rows.time(row)) <= Ages.COMPARED) {
        long amount = parts.amount(part);
        spent[quarter] += hopChange * amount;
        left[quarter] += isExit ? amount : 0;
        redeemed[quarter] += isExit && rows.kind(row) == EntryKind.REDEEM ? amount : 0;
      }
    }
  }

  @Override
  public void holds(int account, Lots lots, long until) {}

  /** Returns what was passed on of a quarter's money, after refunds. */
  long spent(int quarter) {
    return spent[quarter];
  }

  /** Returns what left of a quarter's money, in whatever way. */
  long left(int quarter) {
    return left[quarter];
  }

  /** Returns what was redeemed of a quarter's money. */
  long redeemed(int quarter) {
    return redeemed[quarter];
  }
}
