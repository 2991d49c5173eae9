package org.omloop.ledger.circulation.disclosure;

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
    return thresholds.pass(payers.values())
        && (payees.isEmpty() || thresholds.pass(payees.values()));
  }
}
