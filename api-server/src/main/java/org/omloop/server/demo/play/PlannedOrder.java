package org.omloop.server.demo.play;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.market.Intent;

/**
 * A signed order that waits for its turn. Immutable.
 *
 * @param number its place among those that are played together
 * @param at when it was made; the ledger's time must have come so far
 * @param order what is sent
 * @param refusal why it will be refused; empty when it will be posted
 * @param touches the accounts that order it among others: it waits for all before it that share one
 */
record PlannedOrder(
    long number,
    Instant at,
    SignedOrder order,
    Optional<Refusal> refusal,
    List<AccountId> touches) {
  /** Signs an intent. */
  static PlannedOrder of(Intent intent, IntentOrders orders) {
    return new PlannedOrder(
        intent.number(),
        orders.moment(intent),
        orders.write(intent),
        intent.refusal(),
        intent.touches());
  }

  /** An order that waits for no other and will be posted. */
  static PlannedOrder free(long number, Instant at, SignedOrder order) {
    return new PlannedOrder(number, at, order, Optional.empty(), List.of());
  }
}
