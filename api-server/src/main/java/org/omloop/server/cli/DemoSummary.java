package org.omloop.server.cli;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The demo's figures: as a text for people, and as a file that is the same for the same seed. */
final class DemoSummary {
  private static final List<String> MEMBERS = List.of(
      "entries",
      "members",
      "organisations",
      "issued",
      "granted",
      "spent",
      "refunded",
      "redeemed",
      "outstanding",
      "spentPerIssued",
      "redeemedByPurpose",
      "refusals");

  private final JsonObject figures;

  /**
   * Takes the public figures.
   *
   * @param redeemedByPurpose what is not public as it moves (docs/adr/0059); whoever runs the server may know it
   */
  DemoSummary(JsonObject figures, Map<String, Long> redeemedByPurpose) {
    this.figures = figures
        .copy()
        .put("redeemedByPurpose", new JsonObject(new TreeMap<String, Object>(redeemedByPurpose)));
  }

  long amount(String name) {
    return figures.getLong(name);
  }

  /** Tells whether what was issued and has not left is what is outstanding, to the cent. */
  boolean closes() {
    return amount("issued") - amount("redeemed") == amount("outstanding");
  }

  String json() {
    JsonObject written = new JsonObject();
    for (String name : MEMBERS) {
      Object value = figures.getValue(name);
      written.put(
          name,
          value instanceof JsonObject map ? new JsonObject(new TreeMap<>(map.getMap())) : value);
    }
    return written.encodePrettily() + "\n";
  }

  String text() {
    StringBuilder text = new StringBuilder("\n");
    line(
        text,
        "%,d residents and %,d organisations, %,d entries in the journal",
        amount("members"),
        amount("organisations"),
        amount("entries"));
    text.append('\n');
    money(text, "Issued, against euros in the reserve", amount("issued"));
    money(text, "Granted by programmes and the fund", amount("granted"));
    money(text, "Spent in the neighbourhood", amount("spent"));
    money(text, "Given back by shops", amount("refunded"));
    money(text, "Redeemed: left for euros", amount("redeemed"));
    money(text, "Outstanding now", amount("outstanding"));
    line(text, "  %-38s %14s", "Spent per euro issued", figures.getValue("spentPerIssued"));
    text.append("\nWhere it left to\n");
    for (var each : new TreeMap<>(figures.getJsonObject("redeemedByPurpose").getMap()).entrySet()) {
      money(text, each.getKey(), ((Number) each.getValue()).longValue());
    }
    text.append("\nOrders refused, by reason\n");
    for (var each : new TreeMap<>(figures.getJsonObject("refusals").getMap()).entrySet()) {
      line(text, "  %-38s %14s", each.getKey(), each.getValue());
    }
    line(text, "%nIssued − redeemed = outstanding: %s", closes() ? "yes, to the cent" : "NO");
    return text.toString();
  }

  private static void money(StringBuilder text, String what, long minorUnits) {
    line(text, "  %-38s %,14.2f", what, BigDecimal.valueOf(minorUnits, 2));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
