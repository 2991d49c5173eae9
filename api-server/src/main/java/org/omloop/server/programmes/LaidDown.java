package org.omloop.server.programmes;

import org.omloop.ledger.order.Order;

/**
 * What a programme may hand out, by the last order about it, and what of that is used.
 *
 * @param terms as two operators signed them
 * @param handedOut less what came back, minor units
 * @param beneficiaries how many accounts got something
 */
public record LaidDown(Order.Programme terms, long handedOut, int beneficiaries) {
  /** Returns what is left of the budget, minor units; nothing where a later order made it smaller than what is used. */
  public long left() {
    return Math.max(0, terms.budget().minorUnits() - handedOut);
  }
}
