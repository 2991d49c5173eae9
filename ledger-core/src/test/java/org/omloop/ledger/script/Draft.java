package org.omloop.ledger.script;

import java.util.List;
import org.omloop.ledger.order.Order;

/** An order that a line asks for, and the names of the keys that sign it where the line names none. */
record Draft(Order order, List<String> signers) {
  static Draft of(Order order, String... signers) {
    return new Draft(order, List.of(signers));
  }
}
