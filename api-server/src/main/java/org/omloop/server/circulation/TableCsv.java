package org.omloop.server.circulation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.period.Column;

/**
 * A report's table as CSV (RFC 4180, UTF-8, comma): the header has the columns' ids, amounts are decimals in the
 * currency's scale, "." is missing and "x" hidden, as Statistics Netherlands writes them (standards.md, section 6.1).
 */
final class TableCsv {
  private static final String MISSING = ".";
  private static final String HIDDEN = "x";
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final List<String> kinds;
  private final int scale;

  private TableCsv(List<String> kinds, int scale) {
    this.kinds = kinds;
    this.scale = scale;
  }

  /** Writes a table of a report in the format {@code omloop-report/1}. */
  static String of(JsonObject table, int scale) {
    List<JsonObject> columns = ReportFile.columns(table);
    TableCsv csv =
        new TableCsv(columns.stream().map(each -> each.getString("kind")).toList(), scale);
    StringBuilder text = new StringBuilder(
        columns.stream().map(each -> each.getString("id")).collect(Collectors.joining(",")));
    text.append("\r\n");
    for (Object row : table.getJsonArray("rows")) {
      text.append(csv.line((JsonArray) row));
    }
    return text.toString();
  }

  private String line(JsonArray row) {
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < kinds.size(); at++) {
      line.append(at == 0 ? "" : ",").append(cell(kinds.get(at), row.getValue(at)));
    }
    return line.append("\r\n").toString();
  }

  private String cell(String kind, @Nullable Object value) {
    return isFigure(kind) ? figure(kind, value) : quoted(harmless(String.valueOf(value)));
  }

  /** Tells whether a column of that kind holds figures. */
  static boolean isFigure(String kind) {
    return Column.Kind.valueOf(kind.toUpperCase(Locale.ROOT)).isFigure();
  }

  private String figure(String kind, @Nullable Object value) {
    if (value == null) {
      return MISSING;
    }
    if (value instanceof String) {
      return HIDDEN;
    }
    BigDecimal figure = new BigDecimal(value.toString());
    return kind.equals("amount")
        ? figure.movePointLeft(scale).setScale(scale).toPlainString()
        : figure.stripTrailingZeros().toPlainString();
  }

  /** A spreadsheet must take no name for a formula. */
  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(each -> ",\"\r\n".indexOf(each) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
