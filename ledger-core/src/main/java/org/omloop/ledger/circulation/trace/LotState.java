package org.omloop.ledger.circulation.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omloop.ledger.circulation.rows.Rows;

/** The hash of an exact state, in the form that {@link Tracing#stateHash} says. */
final class LotState {
  private static final Comparator<Key> ORDER =
      Comparator.comparingInt(Key::entryRow).thenComparingInt(Key::hops).thenComparingInt(Key::row);

  private record Key(int entryRow, int hops, int row) {}

  private LotState() {}

  static String hash(LotTracing tracing, Rows rows) {
    StateDigest digest = new StateDigest();
    StateDigest.byId(rows.accounts()).forEach(account -> {
      LotList lots = tracing.lots(account);
      sums(lots).forEach((key, amount) -> digest.line(line(rows, account, key, amount)));
    });
    return digest.hex();
  }

  private static Map<Key, Long> sums(LotList lots) {
    Map<Key, Long> sums = new TreeMap<>(ORDER);
    for (int lot = lots.start(); lot < lots.end(); lot++) {
      Key key = new Key(lots.cohort(lot), lots.hops(lot), lots.row(lot));
      sums.merge(key, lots.amount(lot), Long::sum);
    }
    return sums;
  }

  private static String line(Rows rows, int account, Key key, long amount) {
    return String.join(
        "\t",
        List.of(
            rows.accounts().id(account),
            rows.id(key.entryRow()),
            Integer.toString(key.hops()),
            rows.id(key.row()),
            Long.toString(amount)));
  }
}
