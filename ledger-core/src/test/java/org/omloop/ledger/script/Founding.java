package org.omloop.ledger.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.SigningKey;

/**
 * How a script's ledger begins.
 *
 * @param origin the ledger's name
 * @param moment when it is founded
 * @param serverKey the key that the server books with
 * @param operators the invitations of its first operators
 * @param settings what differs from the initial policy
 */
public record Founding(
    String origin,
    Instant moment,
    SigningKey serverKey,
    List<Invitation> operators,
    Map<Setting, Optional<Object>> settings) {
  private static final long HOUR_SECONDS = 3600;

  /** Returns the order that founds such a ledger. */
  public SignedOrder genesis() {
    long now = moment.getEpochSecond();
    Terms terms = new Terms(origin, OrderId.of(now * 1000, 0, 0), now, now + HOUR_SECONDS);
    Order.Genesis genesis = new Order.Genesis(
        terms, "Kring Oost", "euro", 2, "no log key", serverKey.publicKey(), operators, settings);
    return SignedOrder.sign(genesis, serverKey);
  }
}
