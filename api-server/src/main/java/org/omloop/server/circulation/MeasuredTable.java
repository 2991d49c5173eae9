package org.omloop.server.circulation;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReportJson;
import org.omloop.ledger.circulation.period.Scope;
import org.omloop.ledger.circulation.period.Supplier;
import org.omloop.ledger.circulation.period.Table;

/**
 * An exact table for the operator, which is no part of a report.
 *
 * @param isOver whether the period is
 * @param size how many entries count
 * @param asOf the moment that it describes, in milliseconds since the epoch
 * @param table as reports have theirs, not to be changed
 * @param csv the same for spreadsheets
 * @param suppliers whom an account of the table could pay, by its id
 */
public record MeasuredTable(
    Period period,
    boolean isOver,
    long size,
    long asOf,
    JsonObject table,
    String csv,
    Map<String, List<Supplier>> suppliers) {
  /** Copies the map. */
  public MeasuredTable {
    suppliers = Map.copyOf(suppliers);
  }

  static MeasuredTable of(
      Scope scope, boolean isOver, Table table, Map<String, List<Supplier>> suppliers) {
    JsonObject json = new JsonObject(PeriodReportJson.of(table));
    int scale = scope.journal().genesis().orElseThrow().scale();
    return new MeasuredTable(
        scope.period(),
        isOver,
        scope.size(),
        scope.asOf(),
        json,
        TableCsv.of(json, scale),
        suppliers);
  }
}
