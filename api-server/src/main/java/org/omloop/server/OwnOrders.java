package org.omloop.server;

import java.security.SecureRandom;
import java.util.function.Function;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/** Signs what the server books of itself as time goes by. Confined to the sequencer's event loop. */
final class OwnOrders {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long LIFE_SECONDS = 60 * 60;

  private final String origin;
  private final SigningKey key;
  private final SecureRandom random = new SecureRandom();

  OwnOrders(String origin, SigningKey key) {
    this.origin = origin;
    this.key = key;
  }

  /** Signs an order that is good from a moment on, unix microseconds. */
  SignedOrder sign(long from, Function<Terms, Order> order) {
    long seconds = from / MICROS_PER_SECOND;
    Terms terms =
        new Terms(origin, OrderId.create(seconds * 1_000, random), seconds, seconds + LIFE_SECONDS);
    return SignedOrder.sign(order.apply(terms), key);
  }
}
