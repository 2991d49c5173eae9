package org.omloop.server.payouts;

import java.util.UUID;
import org.omloop.ledger.order.OrderId;

/** The name that its drafter gives a batch, unique for ever: a UUID of version 7, in lower case, as an order's is. */
public record BatchId(UUID value) {
  /** Reads an id; throws {@link IllegalArgumentException} when the text has another form. */
  public static BatchId parse(String text) {
    return new BatchId(OrderId.parse(text).value());
  }

  /** Returns what the batch is called at the bank: MsgId and PmtInfId take 35 characters. */
  public String messageId() {
    return value.toString().replace("-", "");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
