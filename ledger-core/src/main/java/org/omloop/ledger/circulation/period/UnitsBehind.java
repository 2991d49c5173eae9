package org.omloop.ledger.circulation.period;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/** Counts the units behind a figure: those that paid or were paid by a row that it rests on. */
final class UnitsBehind {
  private UnitsBehind() {}

  /** Counts over the rows from one up to, and without, another. */
  static int count(Rows rows, int from, int to, IntPredicate isBehind) {
    BitSet units = new BitSet();
    for (int row = from; row < to; row++) {
      if (isBehind.test(row)) {
        add(units, rows, rows.payer(row));
        add(units, rows, rows.payee(row));
      }
    }
    return units.cardinality();
  }

  private static void add(BitSet units, Rows rows, int account) {
    if (account != Accounts.OUTSIDE) {
      units.set(rows.accounts().unit(account));
    }
  }
}
