package org.omloop.server.payouts;

import org.omloop.ledger.order.OrderId;

/**
 * One line of a payment file.
 *
 * @param redemption what it pays out
 * @param cents in euros, 1 or more
 */
public record CreditTransfer(OrderId redemption, long cents, Payee payee) {
  /** Returns what it is called at the bank. */
  public String endToEndId() {
    return EndToEndId.of(redemption);
  }
}
