package org.omloop.ledger.circulation.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has how much of an amount, on the side of payers and on that of payees; and whether that may be shown (rule 3).
 *
 * <p>Not thread-safe.
 */
final class Sides {
  // owned by whoever adds
  private final Map<String, Long> payers = new HashMap<>();
  private final Map<String, Long> payees = new HashMap<>();
  private long total;

  void add(Contribution row) {
    payers.merge(row.payer(), row.amount(), Math::addExact);
    if (row.leaf().flow().hasPayees()) {
      payees.merge(row.payee(), row.amount(), Math::addExact);
    }
    total = Math.addExact(total, row.amount());
  }

  long total() {
    return total;
  }

  /**
   * Tells whether an amount is made by so many, and so evenly, that showing it tells nothing of one unit. A side that
   * no row has is not asked.
   */
  boolean pass(Thresholds thresholds) {
    return passes(payers.values(), thresholds)
        && (payees.isEmpty() || passes(payees.values(), thresholds));
  }

  private boolean passes(Collection<Long> amounts, Thresholds thresholds) {
    if (amounts.size() < thresholds.units()) {
      return false;
    }
    long largest = 0;
    long second = 0;
    for (long amount : amounts) {
      second = Math.max(second, Math.min(largest, amount));
      largest = Math.max(largest, amount);
    }
    long rest = total - largest - second;
    return compare(largest, 100, total, thresholds.largestPercent()) <= 0
        && compare(rest, 100, largest, thresholds.protectionPercent()) >= 0;
  }

  /** Compares a·m with b·n in 128 bits, all from zero up. */
  private static int compare(long a, long m, long b, long n) {
    int high = Long.compare(Math.multiplyHigh(a, m), Math.multiplyHigh(b, n));
    return high != 0 ? high : Long.compareUnsigned(a * m, b * n);
  }
}
