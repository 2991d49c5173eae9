package org.omloop.server.statements;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Side;

/** What each kind of entry moved, so that refunds and charges stand apart. Used by one thread at a time. */
final class KindSums {
  /** What moved, in minor units. */
  record Sum(int count, long credits, long debits) {
    static final Sum NOTHING = new Sum(0, 0, 0);

    Sum plus(StatementLine line) {
      long amount = line.amount().minorUnits();
      return line.side() == Side.CREDIT
          ? new Sum(count + 1, Math.addExact(credits, amount), debits)
          : new Sum(count + 1, credits, Math.addExact(debits, amount));
    }
  }

  private final Map<EntryKind, Sum> sums = new EnumMap<>(EntryKind.class);

  void add(StatementLine line) {
    sums.put(
        line.entry().kind(), sums.getOrDefault(line.entry().kind(), Sum.NOTHING).plus(line));
  }

  /** Returns the sums of the kinds that occurred, always in the same order. */
  SortedMap<EntryKind, Sum> all() {
    return new TreeMap<>(sums);
  }
}
