package org.omloop.ledger.reference;

import java.util.List;

/** An order that was carried out: when, in unix microseconds, and what moved. */
record Fact(long at, Payload order, List<Move> moves) {
  boolean is(String... types) {
    return List.of(types).contains(order.type());
  }

  long second() {
    return at / 1_000_000;
  }

  long day() {
    return second() / 86_400;
  }
}
