package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * What was passed on in a period, V<sub>H</sub>: hops, and what refunds of hops take back. A refund counts in its own
 * period and against the parties and the kind of what it refunds, so that history never changes; a sum may be negative.
 */
final class Traded {
  /** What is done with a hop, or with a refund of one. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Takes one.
     *
     * @param payer the account that paid first, also for a refund
     * @param payee the account that was paid first, also for a refund
     * @param amount minor units; below zero for a refund
     */
    void visit(int payer, int payee, EntryKind kind, long amount);
  }

  private Traded() {}

  /** Visits a period's hops and refunds of hops, in order. */
  static void forEach(Scope scope, Visitor visitor) {
    forEach(scope.rows(), scope.firstRow(), scope.endRow(), visitor);
  }

  /** Visits hops and refunds of hops from one row to before another. */
  static void forEach(Rows rows, int from, int end, Visitor visitor) {
    for (int row = from; row < end; row++) {
      if (rows.movement(row) == Movement.HOP) {
        visit(rows, row, rows.amount(row), visitor);
      } else if (isRefundOfHop(rows, row)) {
        visit(rows, rows.original(row), -rows.amount(row), visitor);
      }
    }
  }

  /** Tells whether a row gives back money that was passed on. */
  static boolean isRefundOfHop(Rows rows, int row) {
    return rows.movement(row) == Movement.REFUND
        && rows.movement(rows.original(row)) == Movement.HOP;
  }

  /** Tells whether a kind is of V<sub>C</sub>, the economic hops. */
  static boolean isEconomic(EntryKind kind) {
    return kind == EntryKind.PURCHASE || kind == EntryKind.B2B || kind == EntryKind.WAGE;
  }

  private static void visit(Rows rows, int hop, long amount, Visitor visitor) {
    visitor.visit(rows.payer(hop), rows.payee(hop), rows.kind(hop), amount);
  }
}
