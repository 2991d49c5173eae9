package org.omloop.server.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.circulation.coins.MarkedCoins;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.CohortCalendar;
import org.omloop.ledger.circulation.trace.KeyedTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;

/** What it takes to fold a town's rows on one core: keyed under each rule, and by marked coins (quality.md, P8). */
final class FoldLoad {
  private static final double NANOS = 1e9;
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  /**
   * One fold of one town.
   *
   * @param fold the rule, or {@code coins}
   * @param rowsPerSecond of processor time, so that what else runs counts less
   * @param heapBytes what the state takes afterwards, without the rows
   */
  record Measured(int rows, String fold, double rowsPerSecond, long heapBytes) {}

  private FoldLoad() {}

  /** Measures every fold once. */
  static List<Measured> measure(int count) {
    Rows rows = BusyTown.rows(count);
    List<Measured> measured = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      measured.add(keyed(rows, rule));
    }
    measured.add(coins(rows));
    return measured;
  }

  private static Measured keyed(Rows rows, Rule rule) {
    long before = UsedHeap.bytes();
    long start = PROCESSOR.getCurrentThreadCpuTime();
    KeyedTracing tracing = new KeyedTracing(rows, rule, Offset.hashed(), CohortCalendar.MONTHS);
    for (int row = 0; row < rows.size(); row++) {
      tracing.fold(row);
    }
    return measured(rows, rule.wireName(), start, before, tracing);
  }

  private static Measured coins(Rows rows) {
    long before = UsedHeap.bytes();
    long start = PROCESSOR.getCurrentThreadCpuTime();
    MarkedCoins coins = MarkedCoins.of(rows, 0, rows.size(), Offset.hashed());
    return measured(rows, "coins", start, before, coins);
  }

  private static Measured measured(Rows rows, String fold, long start, long before, Object state) {
    double seconds = (PROCESSOR.getCurrentThreadCpuTime() - start) / NANOS;
    try {
      long heap = UsedHeap.bytes() - before;
      return new Measured(rows.size(), fold, rows.size() / seconds, heap);
    } finally {
      Reference.reachabilityFence(state);
    }
  }
}
