package org.omloop.ledger.circulation.trace;

import org.omloop.ledger.circulation.rows.Rows;

/**
 * Reads a list of exact lots; one reader is turned to one list after another.
 *
 * <p>Not thread-safe.
 */
final class ExactLots implements Lots {
  private final Rows rows;
  // owned by the tracing: the list that is read
  private LotList list;

  ExactLots(Rows rows, LotList list) {
    this.rows = rows;
    this.list = list;
  }

  ExactLots of(LotList other) {
    list = other;
    return this;
  }

  @Override
  public int count() {
    return list.end() - list.start();
  }

  @Override
  public long amount(int lot) {
    return list.amount(list.start() + lot);
  }

  @Override
  public int entryRow(int lot) {
    return list.cohort(list.start() + lot);
  }

  @Override
  public long age(int lot, long time) {
    return time - rows.time(entryRow(lot));
  }

  @Override
  public long arrivedAt(int lot) {
    return rows.time(list.row(list.start() + lot));
  }

  @Override
  public int hops(int lot) {
    return list.hops(list.start() + lot);
  }
}
