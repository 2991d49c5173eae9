package org.omloop.server;

import java.security.SecureRandom;
import java.util.Optional;
import org.omloop.ledger.Bonus;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/**
 * Grants what programmes owe on what was issued, on the server's own key: the ledger works out how much, and holds the
 * order to it (docs/adr/0060).
 *
 * <p>Confined to the sequencer's event loop.
 */
final class Bonuses {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long LIFE_SECONDS = 60 * 60;

  private final String origin;
  private final SigningKey key;
  private final SecureRandom random = new SecureRandom();

  Bonuses(String origin, SigningKey key) {
    this.origin = origin;
    this.key = key;
  }

  /** Returns the grant to book now, unix microseconds; empty when none is due. */
  Optional<SignedOrder> due(Ledger ledger, long now) {
    long booking = Math.max(now, ledger.lastBookedAt()); // its life begins when it is booked
    return ledger
        .bonusDue(now, key.publicKey().keyId())
        .map(each -> grant(each, booking / MICROS_PER_SECOND));
  }

  private SignedOrder grant(Bonus bonus, long seconds) {
    Terms terms =
        new Terms(origin, OrderId.create(seconds * 1_000, random), seconds, seconds + LIFE_SECONDS);
    return SignedOrder.sign(
        new Order.Grant(terms, bonus.from(), bonus.to(), bonus.amount(), bonus.programme()), key);
  }
}
