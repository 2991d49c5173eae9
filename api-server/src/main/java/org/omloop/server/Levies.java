package org.omloop.server;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;

/**
 * The levies of a month (UTC) that is over, on the server's own key, one for each account that is charged
 * (docs/adr/0018). They are booked just before the first order of the month after it, so that they are on what everybody
 * had when the month ended, and need no timer; after a crash the rest follows before anything else does.
 *
 * <p>Confined to the sequencer's event loop.
 */
final class Levies {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final OwnOrders orders;

  Levies(OwnOrders orders) {
    this.orders = orders;
  }

  /** Returns the levies to book now, unix microseconds, before anything else but a seal; none when none is due. */
  List<SignedOrder> due(Ledger ledger, long now) {
    long booking = Math.max(now, ledger.lastBookedAt() + 1);
    return ledger.levyDue(now).stream().map(each -> levy(each, booking)).toList();
  }

  private SignedOrder levy(AccountId account, long booking) {
    Instant moment = Instant.ofEpochSecond(booking / MICROS_PER_SECOND);
    YearMonth before = YearMonth.from(moment.atOffset(ZoneOffset.UTC)).minusMonths(1);
    return orders.sign(booking, terms -> new Order.Levy(terms, account, before.toString()));
  }
}
