package org.omloop.ledger.circulation.period;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.disclosure.WholeCircuit;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/** Who had a row in a period: whether enough for figures of the whole circuit to be exact (rule 2). */
record Activity(int residents, int organisations) {
  static Activity in(Scope scope) {
    Rows rows = scope.rows();
    BitSet active = new BitSet();
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      set(active, rows.payer(row));
      set(active, rows.payee(row));
    }
    return new Activity(
        units(active, rows.accounts(), account -> isResident(scope, account)),
        units(active, rows.accounts(), account -> Words.isOrganisation(scope.traits(account))));
  }

  private static void set(BitSet active, int account) {
    if (account != Accounts.OUTSIDE) {
      active.set(account);
    }
  }

  private static boolean isResident(Scope scope, int account) {
    return scope.traits(account).role().equals(Words.RESIDENT);
  }

  private static int units(BitSet active, Accounts accounts, IntPredicate counts) {
    return (int) active.stream().filter(counts).map(accounts::unit).distinct().count();
  }

  boolean isExact(String indicator, Thresholds thresholds) {
    return WholeCircuit.isExact(indicator, residents, organisations, thresholds);
  }
}
