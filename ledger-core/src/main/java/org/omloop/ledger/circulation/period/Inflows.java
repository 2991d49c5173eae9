package org.omloop.ledger.circulation.period;

import java.util.BitSet;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/** How often money came in, and to how many units: what rule 8 asks of a cohort. */
record Inflows(Scope scope) {
  /** Tells whether money that came in between two moments did so often enough, and to many enough. */
  boolean isEnough(long from, long until, Thresholds thresholds) {
    Rows rows = scope.rows();
    int end = scope.rowsBefore(until);
    int events = 0;
    BitSet units = new BitSet();
    for (int row = scope.rowsBefore(from); row < end; row++) {
      if (rows.movement(row) == Movement.INFLOW) {
        events++;
        units.set(rows.accounts().unit(rows.payee(row)));
      }
    }
    return events >= thresholds.curveEntries() && units.cardinality() >= thresholds.curveUnits();
  }
}
