package org.omloop.server.council;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omloop.server.circulation.ReportFile;

/**
 * The sample is written by hand, so that every table has figures, hidden cells and points to draw at once, which no small
 * ledger gives. It has the form of what is measured: another table or column there has to be written here too. Its words are
 * its own.
 */
class SampleReportTest {
  @Test
  void hasTheTablesAndColumnsOfAMeasuredReport() {
    ReportFile measured = Reports.Measured.make().exact();
    assertEquals(forms(measured), forms(Reports.sample()));
    assertEquals(
        measured.json().fieldNames(), Reports.sample().json().fieldNames(), "keys, in order");
  }

  /** A line for each table that a page or paper shows, which is all but the last: its id, then its columns' ids and kinds. */
  private static List<String> forms(ReportFile report) {
    return report.json().getJsonArray("tables").stream()
        .map(JsonObject.class::cast)
        .filter(table -> !table.getString("id").equals("returned"))
        .map(table -> table.getString("id") + ": "
            + table.getJsonArray("columns").stream()
                .map(JsonObject.class::cast)
                .map(column -> column.getString("id") + " " + column.getString("kind"))
                .collect(Collectors.joining(", ")))
        .toList();
  }

  @Test
  void everyLineHasACellForEachColumn() {
    for (Object each : Reports.sampleJson().getJsonArray("tables")) {
      JsonObject table = (JsonObject) each;
      for (JsonArray row : Reports.rows(table)) {
        assertEquals(table.getJsonArray("columns").size(), row.size(), table.getString("id") + row);
      }
    }
  }
}
