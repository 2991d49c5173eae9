package org.omloop.server.council;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PublicEditions;
import org.omloop.ledger.circulation.period.Scope;
import org.omloop.ledger.script.LedgerScript;
import org.omloop.server.circulation.ReportFile;

/** Reports to draw: an invented one with all tables, and both tiers of one that was measured. */
final class Reports {
  private static final int RESIDENTS = 12;

  private Reports() {}

  static JsonObject sampleJson() {
    try (InputStream bytes = Reports.class.getResourceAsStream("/sample-report.json")) {
      return new JsonObject(new String(bytes.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReportFile sample() {
    return ReportFile.read(sampleJson().encode());
  }

  static ReportFile changed(Consumer<JsonObject> change) {
    JsonObject json = sampleJson();
    change.accept(json);
    return ReportFile.read(json.encode());
  }

  static JsonObject table(JsonObject report, String id) {
    return report.getJsonArray("tables").stream()
        .map(JsonObject.class::cast)
        .filter(table -> table.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  static JsonObject table(ReportFile report, String id) {
    return report.table(id).orElseThrow();
  }

  static List<JsonArray> rows(JsonObject table) {
    return table.getJsonArray("rows").stream().map(JsonArray.class::cast).toList();
  }

  /** The exact report on a quarter of twelve residents and as many shops, and one school that stands alone; and what is public of it. */
  record Measured(ReportFile exact, ReportFile open) {
    static Measured make() {
      JournalRows journal = new JournalRows();
      LedgerScript.journal(script()).forEach(journal::follow);
      Period period = Period.quarter(2026, 4);
      long size = PublicEditions.size(journal, period).orElseThrow();
      Scope scope = new Scope(journal, period, size);
      return new Measured(
          ReportFile.of(PeriodReport.audit(scope, "cm9vdA==")),
          ReportFile.of(
              PeriodReport.publicEdition(new PublicEditions(journal), scope, "cm9vdA==")));
    }
  }

  private static String script() {
    List<String> lines = new ArrayList<>(List.of(
        "found at=2026-10-01T09:00",
        "open city treasury",
        "key city-1 on city rights=pay by chair+treasurer",
        "key city-2 on city rights=pay by chair+treasurer",
        "issue i1 city 500.00",
        "issue i2 city 500.00",
        "issue i3 city 500.00",
        "open school organisation sector=SBI2008:85201 area=2026:BU0363MB01"));
    for (int each = 0; each < RESIDENTS; each++) {
      lines.add("open shop" + each + " organisation sector=SBI2008:47241 area=2026:BU0363MA01");
      lines.add("open r" + each + " resident area=2026:BU0363MA01");
      lines.add(
          "grant g" + each + " city -> r" + each + " 120.00 programme=youth by city-1+city-2");
    }
    for (int each = 0; each < RESIDENTS; each++) {
      for (int other = 0; other < 2; other++) {
        lines.add("pay p" + each + "-" + other + " r" + each + " -> shop"
            + (each + other) % RESIDENTS + " 12.3" + other);
      }
      lines.add("redeem e" + each + " shop" + each + " 5.17 supplier");
    }
    lines.add("pay s r0 -> school 63.41");
    lines.add("redeem x school 41.53 wages");
    lines.add("at 2027-01-02T09:00");
    lines.add("pay late r1 -> shop0 1.00");
    return String.join("\n", lines);
  }

  static final Source SOURCE = new Source(
      Optional.of("https://oost.omloop.example"),
      Optional.of("demo.omloop.example/oost+4a11eab8+AXPH8iCnV1eXuMahL2idsQkNEdAJxhkii7jDjs8vwXIG"),
      false);
}
