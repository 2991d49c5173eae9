package org.omloop.server;

import java.security.SecureRandom;
import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

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
  private static final long LIFE_SECONDS = 60 * 60;

  private final String origin;
  private final SigningKey key;
  private final SecureRandom random = new SecureRandom();

  DailySeal(String origin, SigningKey key) {
    this.origin = origin;
    this.key = key;
  }

  /** Returns the seal to book now, unix microseconds, before anything else; empty when none is due. */
  Optional<SignedOrder> due(Ledger ledger, long now) {
    boolean isDue = ledger.size() > 0 && day(now) > day(ledger.lastBookedAt());
    return isDue ? Optional.of(seal(ledger, now)) : Optional.empty();
  }

  private SignedOrder seal(Ledger ledger, long now) {
    long seconds = now / MICROS_PER_SECOND;
    Terms terms =
        new Terms(origin, OrderId.create(seconds * 1_000, random), seconds, seconds + LIFE_SECONDS);
    return SignedOrder.sign(new Order.Seal(terms, ledger.size(), ledger.balanceRoot()), key);
  }

  private static long day(long micros) {
    return micros / MICROS_PER_SECOND / SECONDS_PER_DAY;
  }
}
