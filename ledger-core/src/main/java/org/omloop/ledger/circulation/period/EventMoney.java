package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.number.PairSums;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.circulation.trace.Tracing;
import org.omloop.ledger.journal.EntryKind;

/**
 * What became of the money of each entry event, as far as bands need it: an event is a row by which money came in or,
 * where lots are merged, all such rows of one week and cohort, as then nothing tells them apart.
 *
 * <p>Not thread-safe.
 */
final class EventMoney implements MoneyFollower {
  private final Rows rows;
  private final int firstRow;
  // owned by the fold: minor units by the event's row and by day of age, or by EventSample's
  // figures
  private final PairSums exited = new PairSums();
  private final PairSums exitedInPeriod = new PairSums();
  private final PairSums late = new PairSums();
  private final PairSums figures = new PairSums();

  EventMoney(Scope scope) {
    this.rows = scope.rows();
    this.firstRow = scope.firstRow();
  }

  @Override
  public void begins(Lots lots, long start) {
    for (int lot = 0; lot < lots.count(); lot++) {
      late.add(lots.entryRow(lot), Ages.daysBegun(lots.age(lot, start)), lots.amount(lot));
    }
  }

  @Override
  public void moves(int row, Lots parts) {
    boolean isExit = rows.movement(row) == Movement.EXIT;
    int hopChange = rows.hopChange(row);
    if (!isExit && hopChange == 0) {
      return;
    }
    boolean isRedemption = isExit && rows.kind(row) == EntryKind.REDEEM;
    for (int part = 0; part < parts.count(); part++) {
      long amount = parts.amount(part);
      int event = parts.entryRow(part);
      long age = parts.age(part, rows.time(row));
      if (age <= Ages.COMPARED) {
        figures.add(event, EventSample.SPENT, hopChange * amount);
        figures.add(event, EventSample.LEFT, isExit ? amount : 0);
        figures.add(event, EventSample.REDEEMED, isRedemption ? amount : 0);
      }
      if (isExit) {
        addHops(figures, event, parts.hops(part), amount);
        exited.add(event, Ages.daysBegun(age), amount);
        if (row >= firstRow) {
          exitedInPeriod.add(event, Ages.daysBegun(age), amount);
        }
      }
    }
  }

  private static void addHops(PairSums figures, int event, int hops, long amount) {
    figures.add(event, EventSample.PASSED_ON, hops >= 1 ? amount : 0);
    figures.add(event, EventSample.PASSED_ON_AGAIN, hops >= 2 ? amount : 0);
  }

  @Override
  public void holds(int account, Lots lots, long until) {}

  /** Returns what has become of all money by a moment after the last row. */
  EventSample sample(Tracing tracing, long until) {
    return sample(exited, new PairSums(), tracing, until);
  }

  /** Returns the same of the period alone, of which nothing but {@link EventSample#curves} is known. */
  EventSample sampleInPeriod(Tracing tracing, long until) {
    return sample(exitedInPeriod, late, tracing, until);
  }

  private EventSample sample(PairSums left, PairSums joined, Tracing tracing, long until) {
    PairSums open = new PairSums();
    PairSums all = new PairSums();
    figures.forEach(all::add);
    tracing.show((account, lots) -> {
      for (int lot = 0; lot < lots.count(); lot++) {
        open.add(lots.entryRow(lot), Ages.wholeDays(lots.age(lot, until)), lots.amount(lot));
        addHops(all, lots.entryRow(lot), lots.hops(lot), lots.amount(lot));
      }
    });
    return EventSample.of(joined, left, open, all);
  }
}
