package org.omloop.server.http.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.server.http.order.BookingText;

/** A journal entry in JSON, for people and programs that read; the receipt has the exact bytes. */
public final class EntryJson {
  private static final String PAYLOAD = "{\"payload\":\"";

  private EntryJson() {}

  /** Returns an entry as the contract's {@code Entry}. */
  public static JsonObject of(JournalEntry entry) {
    JsonObject json = new JsonObject()
        .put("index", entry.index())
        .put("bookedAt", BookingText.time(entry.bookedAt()))
        .put("kind", entry.kind().wireName())
        .put("decision", entry.refusal().isPresent() ? "refused" : "posted");
    entry.refusal().ifPresent(reason -> json.put("reason", reason.wireName()));
    return json.put("order", payload(entry.order()))
        .put("signers", signers(entry.order()))
        .put(
            "postings",
            new JsonArray(entry.postings().stream().map(EntryJson::posting).toList()));
  }

  /** The payload as it was signed: in a JWS, the part between the dots, or the first member. */
  private static JsonObject payload(SignedOrder order) {
    String text = order.text();
    String encoded = text.startsWith(PAYLOAD)
        ? text.substring(PAYLOAD.length(), text.indexOf('"', PAYLOAD.length()))
        : text.substring(text.indexOf('.') + 1, text.lastIndexOf('.'));
    return new JsonObject(new String(Base64Url.decode(encoded), StandardCharsets.UTF_8));
  }

  private static JsonArray signers(SignedOrder order) {
    return new JsonArray(
        order.signatures().stream().map(each -> each.key().text()).toList());
  }

  private static JsonObject posting(Posting posting) {
    return new JsonObject()
        .put("account", posting.account().value())
        .put("side", posting.side().wireName())
        .put("amount", posting.amount().minorUnits());
  }
}
