package org.omloop.ledger.circulation.trace;

import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Lists every path that money took, to the minor unit and with nothing dropped: for samples that an auditor follows by
 * hand, and to compare with other tracers.
 */
public final class PathTracing {
  private final Rows rows;
  private final Paths paths = new Paths();
  private final List<MoneyPath> found = new ArrayList<>();

  private PathTracing(Rows rows) {
    this.rows = rows;
  }

  /**
   * Traces all rows up to a moment. Returns paths that have ended, in the order in which they did, and then those of
   * money inside, account by account.
   *
   * @param until milliseconds; rows at that moment count
   */
  public static List<MoneyPath> of(Rows rows, Rule rule, Offset offset, long until) {
    return new PathTracing(rows).trace(rule, offset, until);
  }

  private List<MoneyPath> trace(Rule rule, Offset offset, long until) {
    LotTracing tracing = new LotTracing(rows, rule, offset, paths);
    int count = rows.countUntil(until);
    for (int row = 0; row < count; row++) {
      tracing.fold(row);
    }
    LotList exits = tracing.exitedLots();
    for (int lot = exits.start(); lot < exits.end(); lot++) {
      int[] way = paths.rows(exits.link(lot));
      add(exits.amount(lot), MoneyPath.End.EXIT, way, new long[way.length - 1]);
    }
    for (int account = 0; account < rows.accounts().size(); account++) {
      LotList lots = tracing.lots(account);
      for (int lot = lots.start(); lot < lots.end(); lot++) {
        int[] way = paths.rows(lots.link(lot));
        long[] waits = new long[way.length];
        waits[way.length - 1] = until - rows.time(way[way.length - 1]);
        add(lots.amount(lot), MoneyPath.End.OPEN, way, waits);
      }
    }
    return List.copyOf(found);
  }

  private void add(long amount, MoneyPath.End end, int[] way, long[] waits) {
    for (int step = 1; step < way.length; step++) {
      waits[step - 1] = rows.time(way[step]) - rows.time(way[step - 1]);
    }
    found.add(new MoneyPath(amount, MoneyPath.Start.INFLOW, end, way, waits));
  }
}
