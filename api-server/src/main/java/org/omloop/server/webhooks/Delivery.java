package org.omloop.server.webhooks;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.omloop.ledger.payment.RequestId;

/**
 * One event for one endpoint. All times are unix seconds.
 *
 * @param entry the entry that paid
 * @param tries how often it was tried since it was made or asked for anew
 * @param nextAt when it is tried; empty: no more
 * @param status what the last try was answered
 * @param trouble why the last try was not answered
 */
public record Delivery(
    long entry,
    RequestId request,
    int tries,
    OptionalLong nextAt,
    OptionalLong triedAt,
    OptionalLong deliveredAt,
    OptionalInt status,
    Optional<String> trouble) {
  /** Returns {@code delivered}, {@code waiting} or {@code failed}. */
  public String state() {
    if (nextAt.isPresent()) {
      return "waiting";
    }
    return deliveredAt.isPresent() ? "delivered" : "failed";
  }
}
