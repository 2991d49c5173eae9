package org.omloop.server.council;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.print.CircuitMoney;

/** A report as the paper reads it. Immutable. */
final class PaperReport {
  private final ReportFile file;
  private final Map<String, ReportTable> tables = new LinkedHashMap<>();

  PaperReport(ReportFile file, String language) {
    this.file = file;
    file.tableIds()
        .forEach(id -> tables.put(id, ReportTable.of(file.table(id).orElseThrow(), language)));
  }

  /** Returns a table; one without lines where the report has none of that id. */
  ReportTable table(String id) {
    return tables.getOrDefault(id, ReportTable.none(id));
  }

  List<ReportTable> tables() {
    return List.copyOf(tables.values());
  }

  boolean isExact() {
    return file.tier() == Tier.AUDIT;
  }

  CircuitMoney money() {
    JsonObject circuit = circuit();
    return new CircuitMoney(
        circuit.getString("name"), circuit.getString("unit"), circuit.getInteger("scale"));
  }

  String origin() {
    return circuit().getString("origin");
  }

  private JsonObject circuit() {
    return file.json().getJsonObject("circuit");
  }

  String period() {
    return file.period().toString();
  }

  ReportFile file() {
    return file;
  }

  /** Returns by what it was made; empty where it does not tell. */
  Optional<JsonObject> tuple() {
    return Optional.ofNullable(file.json().getJsonObject("tuple"));
  }

  /** Returns how strict disclosure control was; empty where it hid nothing. */
  Optional<JsonObject> thresholds() {
    return isExact()
        ? Optional.empty()
        : Optional.ofNullable(file.json().getJsonObject("thresholds"));
  }

  /** Returns the moment it is of: up to when money was followed, else the period's end. */
  Instant moment() {
    return tuple()
        .map(tuple -> Instant.parse(tuple.getString("until")))
        .orElseGet(() -> Instant.ofEpochMilli(file.period().end()));
  }

  long figures() {
    return tables.values().stream().mapToLong(ReportTable::count).sum();
  }

  long hidden() {
    return tables.values().stream().mapToLong(ReportTable::hidden).sum();
  }

  /** Returns the tables that withhold something. */
  List<ReportTable> withHidden() {
    return tables.values().stream().filter(each -> each.hidden() > 0).toList();
  }
}
