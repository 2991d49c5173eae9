package org.omloop.server.http.identity;

import io.vertx.core.json.JsonObject;
import org.omloop.server.identity.Mailbox;

/** A mailbox as its holder reads it. */
public final class MailboxJson {
  private MailboxJson() {}

  /** Returns it, without what ends it from outside. */
  public static JsonObject of(Mailbox box) {
    return new JsonObject()
        .put("address", box.address().orElse(""))
        .put("pending", box.pending().orElse(""))
        .put("language", box.language())
        .put("events", box.events())
        .put("statement", box.statement());
  }
}
