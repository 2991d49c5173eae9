package org.omloop.server;

import java.util.Optional;
import org.omloop.ledger.Bonus;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.KeyId;

/**
 * Grants what programmes owe on what was issued, on the server's own key: the ledger works out how much, and holds the
 * order to it (docs/adr/0060).
 *
 * <p>Confined to the sequencer's event loop.
 */
final class Bonuses {
  private final OwnOrders orders;
  private final KeyId key;

  Bonuses(OwnOrders orders, KeyId key) {
    this.orders = orders;
    this.key = key;
  }

  /** Returns the grant to book now, unix microseconds; empty when none is due. */
  Optional<SignedOrder> due(Ledger ledger, long now) {
    long booking = Math.max(now, ledger.lastBookedAt()); // its life begins when it is booked
    return ledger.bonusDue(now, key).map(each -> grant(each, booking));
  }

  private SignedOrder grant(Bonus bonus, long booking) {
    return orders.sign(
        booking,
        terms ->
            new Order.Grant(terms, bonus.from(), bonus.to(), bonus.amount(), bonus.programme()));
  }
}
