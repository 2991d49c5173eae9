package org.omloop.ledger.circulation.trace;

/**
 * Reads a list of merged lots; one reader is turned to one list after another.
 *
 * <p>Not thread-safe.
 */
final class MergedLots implements Lots {
  private static final long DAY = 86_400_000;

  private final InflowPeriods periods;
  // owned by the tracing: the list that is read
  private KeyedLots list;

  MergedLots(InflowPeriods periods, KeyedLots list) {
    this.periods = periods;
    this.list = list;
  }

  MergedLots of(KeyedLots other) {
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
    return periods.firstRow(period(lot));
  }

  @Override
  public long age(int lot, long time) {
    long inflow = periods.weekStart(period(lot)) + list.inflowMean(list.start() + lot);
    return Math.floorDiv(time - inflow, DAY) * DAY;
  }

  @Override
  public long arrivedAt(int lot) {
    return list.arrivalMean(list.start() + lot);
  }

  @Override
  public int hops(int lot) {
    return LotKey.hops(list.key(list.start() + lot));
  }

  private int period(int lot) {
    return LotKey.period(list.key(list.start() + lot));
  }
}
