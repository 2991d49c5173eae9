package org.omloop.server.bank;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** What a bank tells of who paid and why, as it is sealed: the parts of a line that are personal. */
public final class LineJson {
  private LineJson() {}

  /** Returns those parts of a line. */
  public static byte[] write(BankLine line) {
    JsonObject json = new JsonObject()
        .put("name", line.otherName())
        .put("text", line.text())
        .put("endToEnd", line.endToEndId())
        .put("references", new JsonArray(line.references()));
    line.otherIban().ifPresent(iban -> json.put("iban", iban.text()));
    return json.encode().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns those parts of a line of which nobody is to know who paid any more. */
  public static byte[] blank() {
    return new JsonObject()
        .put("name", "")
        .put("text", "")
        .put("endToEnd", "")
        .put("references", new JsonArray())
        .encode()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns what was written. */
  public static JsonObject read(byte[] written) {
    return new JsonObject(new String(written, StandardCharsets.UTF_8));
  }
}
