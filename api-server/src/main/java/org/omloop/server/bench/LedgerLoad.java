package org.omloop.server.bench;

import java.util.List;
import java.util.function.IntFunction;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.Bookkeeping;

/** Orders handed to the single writer as if their signatures were checked: decided, committed, with a receipt. */
record LedgerLoad(BenchTown town, Bookkeeping books, double seconds) {
  static final String UNIFORM = "ledger only, uniform";
  static final String ONE_PAYEE = "ledger only, one payee";

  private static final int WINDOW = 4_000;
  private static final int PER_SECOND = 10_000;

  List<Measurement> measurements() {
    return List.of(payments(UNIFORM, town::payments), payments(ONE_PAYEE, town::paymentsToOne));
  }

  private Measurement payments(String name, IntFunction<List<SignedOrder>> orders) {
    return new Measurement(name, () -> submit(orders.apply((int) (PER_SECOND * seconds))));
  }

  Sample submit(List<SignedOrder> orders) {
    return Load.concurrently(orders, WINDOW, books::submit);
  }
}
