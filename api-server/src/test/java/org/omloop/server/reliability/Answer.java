package org.omloop.server.reliability;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.order.SignedOrder;

/** What a server said of an order. */
record Answer(SignedOrder order, int status, String retryAfter, String body) {
  static final int CREATED = 201;
  static final int OK = 200;
  static final int REFUSED = 422;
  static final int LATER = 503;

  /** Whether the order is decided, posted or refused, and a receipt says so. */
  boolean isFinal() {
    return status == CREATED || status == OK || status == REFUSED;
  }

  /** Whether the order may be booked or not: the client has to ask again. */
  boolean isLater() {
    return status == LATER;
  }

  long index() {
    return new JsonObject(body).getLong("index");
  }

  Receipt receipt() {
    JsonObject receipt = new JsonObject(body).getJsonObject("receipt");
    return Receipt.parse(
        Leaf.of(receipt.getString("leaf").getBytes(StandardCharsets.UTF_8)),
        receipt.getString("proof"));
  }

  /** The last part of the problem's address, such as {@code outcome-unknown}. */
  String problem() {
    String type = new JsonObject(body).getString("type", "");
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
