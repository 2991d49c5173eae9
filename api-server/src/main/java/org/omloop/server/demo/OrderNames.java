package org.omloop.server.demo;

import java.time.Instant;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.demo.neighbourhood.Chance;

/**
 * The ids of the demo's orders: computed from an intent's number, so that a later order can name an earlier one without
 * anybody remembering it. Immutable.
 *
 * @param seed what the random bits are drawn from
 * @param start the time the ids begin at; they grow by a millisecond each
 */
public record OrderNames(long seed, Instant start) {
  /** Returns the id of an intent's order. */
  public OrderId intent(long number) {
    return id("intent", number);
  }

  /** Returns the id of one of the orders that enrol the neighbourhood. */
  public OrderId enrolment(long number) {
    return id("enrolment", number);
  }

  private OrderId id(String purpose, long number) {
    Chance bits = Chance.of(seed + number, purpose);
    return OrderId.of(start.toEpochMilli() + number, bits.next(), bits.next());
  }
}
