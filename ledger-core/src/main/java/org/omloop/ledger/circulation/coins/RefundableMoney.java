package org.omloop.ledger.circulation.coins;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.omloop.ledger.circulation.number.Proportion;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Offset;

/**
 * What each account holds, and how much of that is still money of a row that a later one refunds: a refund takes that
 * first. All other money is one lot, so there are few; lots are split well-mixed, by systematic rounding.
 *
 * <p>Not thread-safe.
 */
final class RefundableMoney {
  private final Rows rows;
  private final Offset offset;
  private final Map<Integer, Integer> lastRefunds = new HashMap<>();
  // owned by the fold: balances, and of them the lots by the row that brought them
  private final long[] balances;
  private final Map<Integer, SortedMap<Integer, Long>> lots = new HashMap<>();

  /** Starts before the first row; looks ahead which of the first so many rows are refunded. */
  RefundableMoney(Rows rows, int count, Offset offset) {
    this.rows = rows;
    this.offset = offset;
    this.balances = new long[rows.accounts().size()];
    for (int row = 0; row < count; row++) {
      if (rows.original(row) != Rows.NONE) {
        lastRefunds.put(rows.original(row), row);
      }
    }
  }

  long balance(int account) {
    return balances[account];
  }

  /** Returns how much of what an account holds a row brought that is refunded now or later. */
  long broughtBy(int row, int account) {
    return lotsOf(account).getOrDefault(row, 0L);
  }

  void fold(int row) {
    int payer = rows.payer(row);
    SortedMap<Integer, Long> parts =
        payer == Accounts.OUTSIDE ? new TreeMap<>() : take(row, payer, rows.amount(row));
    if (rows.payee(row) != Accounts.OUTSIDE) {
      give(row, rows.payee(row), parts);
    }
  }

  private SortedMap<Integer, Long> take(int row, int payer, long amount) {
    long left = amount;
    int original = rows.original(row);
    if (original != Rows.NONE) {
      long targeted = Math.min(amount, broughtBy(original, payer));
      left -= targeted;
      reduce(payer, original, targeted);
      balances[payer] -= targeted;
      if (lastRefunds.getOrDefault(original, Rows.NONE) == row) {
        // Nobody will ask again: what is left of it is money like any other.
        lotsOf(payer).remove(original);
      }
    }
    return left > 0 ? split(row, payer, left) : new TreeMap<>();
  }

  private void reduce(int account, int row, long amount) {
    lotsOf(account).computeIfPresent(row, (key, held) -> held > amount ? held - amount : null);
  }

  /** Takes a share of every lot; money that no refund asks for comes first. */
  private SortedMap<Integer, Long> split(int row, int payer, long amount) {
    SortedMap<Integer, Long> parts = new TreeMap<>();
    SortedMap<Integer, Long> held = lotsOf(payer);
    long whole = balances[payer];
    balances[payer] -= amount;
    if (held.isEmpty()) {
      return parts;
    }
    long start = offset.of(rows.idBytes(row), whole);
    long sum = whole - held.values().stream().mapToLong(Long::longValue).sum();
    long before = Proportion.floor(amount, sum, start, whole);
    for (Iterator<Map.Entry<Integer, Long>> each = held.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<Integer, Long> lot = each.next();
      sum += lot.getValue();
      long upTo = Proportion.floor(amount, sum, start, whole);
      long part = upTo - before;
      before = upTo;
      if (part > 0) {
        parts.put(lot.getKey(), part);
      }
      if (part == lot.getValue()) {
        each.remove();
      } else {
        lot.setValue(lot.getValue() - part);
      }
    }
    return parts;
  }

  /** An own transfer leaves money what it was; anything else makes it money of this row. */
  private void give(int row, int payee, SortedMap<Integer, Long> parts) {
    balances[payee] += rows.amount(row);
    if (rows.movement(row) == Movement.OWN_TRANSFER) {
      parts.forEach((brought, part) -> add(payee, brought, part));
    } else if (lastRefunds.containsKey(row)) {
      add(payee, row, rows.amount(row));
    }
  }

  private void add(int account, int row, long amount) {
    lots.computeIfAbsent(account, added -> new TreeMap<>()).merge(row, amount, Long::sum);
  }

  private SortedMap<Integer, Long> lotsOf(int account) {
    SortedMap<Integer, Long> held = lots.get(account);
    return held == null ? new TreeMap<>() : held;
  }
}
