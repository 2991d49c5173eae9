package org.omloop.server;

import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;

/**
 * The seal of a day (UTC) that is over: the root over all balances, by which one balance can be proven with a short
 * path. It is booked just before the first order of a later day, so it needs no timer, and a day without orders, on
 * which no balance has changed, has none.
 *
 * <p>Confined to the sequencer's event loop.
 */
final class DailySeal {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long SECONDS_PER_DAY = 24 * 60 * 60;

  private final OwnOrders orders;

  DailySeal(OwnOrders orders) {
    this.orders = orders;
  }

  /** Returns the seal to book now, unix microseconds, before anything else; empty when none is due. */
  Optional<SignedOrder> due(Ledger ledger, long now) {
    boolean isDue = ledger.size() > 0 && day(now) > day(ledger.lastBookedAt());
    return isDue ? Optional.of(seal(ledger, now)) : Optional.empty();
  }

  private SignedOrder seal(Ledger ledger, long now) {
    return orders.sign(now, terms -> new Order.Seal(terms, ledger.size(), ledger.balanceRoot()));
  }

  private static long day(long micros) {
    return micros / MICROS_PER_SECOND / SECONDS_PER_DAY;
  }
}
