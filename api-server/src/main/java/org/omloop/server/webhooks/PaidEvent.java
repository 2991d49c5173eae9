package org.omloop.server.webhooks;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.omloop.ledger.payment.RequestId;

/**
 * Says that a payment request was paid. Thin: who paid is not in it. The same bytes at each try.
 *
 * @param amount minor units
 * @param unit what is counted, such as {@code euro}
 * @param scale digits behind the comma
 * @param entry the index of the entry that paid
 * @param reference the payee's own
 * @param settledAt when it was booked
 * @param base where the server answers, such as {@code https://kring.example}
 */
public record PaidEvent(
    RequestId request,
    Optional<String> reference,
    long amount,
    String unit,
    int scale,
    long entry,
    Instant settledAt,
    String base) {
  /** The event's type. */
  public static final String TYPE = "payment_request.paid";

  /** Returns what a receiver knows the event of an entry by: the same at each try and after each redelivery. */
  public static String id(long entry) {
    return "evt_" + entry;
  }

  /** Returns the body as it is sent, well under 20 kB. */
  public String body() {
    JsonObject data = new JsonObject().put("request", request.text());
    reference.ifPresent(own -> data.put("reference", own));
    data.put("amount", amount)
        .put("unit", unit)
        .put("scale", scale)
        .put("entry", entry)
        .put("settledAt", settledAt.toString())
        .put("receipt", base + "/v1/entries/" + entry + "/receipt");
    return new JsonObject()
        .put("type", TYPE)
        .put("timestamp", settledAt.toString())
        .put("data", data)
        .encode();
  }
}
