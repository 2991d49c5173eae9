package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.journal.EntryKind;

/**
 * What the money of each programme did since it was granted.
 *
 * <p>Not thread-safe.
 */
final class ProgrammeMoney implements MoneyFollower {
  private final Rows rows;
  private final EntryCohorts cohorts;
  // owned by the fold: minor units by programme
  private final long[] spent;
  private final long[] inside;
  private final long[] redeemed;

  ProgrammeMoney(Scope scope, EntryCohorts cohorts) {
    this.rows = scope.rows();
    this.cohorts = cohorts;
    int count = cohorts.programmes().size();
    spent = new long[count];
    inside = new long[count];
    redeemed = new long[count];
  }

  @Override
  public void moves(int row, Lots parts) {
    int hopChange = rows.hopChange(row);
    boolean isRedemption =
        rows.movement(row) == Movement.EXIT && rows.kind(row) == EntryKind.REDEEM;
    if (!isRedemption && hopChange == 0) {
      return;
    }
    for (int part = 0; part < parts.count(); part++) {
      int programme = cohorts.programmeOf(parts.entryRow(part));
      if (programme != EntryCohorts.NONE) {
        spent[programme] += hopChange * parts.amount(part);
        redeemed[programme] += isRedemption ? parts.amount(part) : 0;
      }
    }
  }

  @Override
  public void holds(int account, Lots lots, long until) {
    for (int lot = 0; lot < lots.count(); lot++) {
      int programme = cohorts.programmeOf(lots.entryRow(lot));
      if (programme != EntryCohorts.NONE) {
        inside[programme] += lots.amount(lot);
      }
    }
  }

  /** Returns what was passed on of a programme's money, after refunds. */
  long spent(int programme) {
    return spent[programme];
  }

  /** Returns what is inside of a programme's money. */
  long inside(int programme) {
    return inside[programme];
  }

  /** Returns what was redeemed of a programme's money. */
  long redeemed(int programme) {
    return redeemed[programme];
  }
}
