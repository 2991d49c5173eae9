package org.omloop.server.council;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.period.Cell;

/**
 * One table of a report in the format {@code omloop-report/1}, read by its columns' ids. Immutable.
 *
 * @param title in the reader's language, as is the note
 * @param note what a reader has to know beside it; empty where there is nothing
 */
record ReportTable(String id, String title, String note, List<Heading> columns, List<Row> rows) {
  private static final List<String> WORDS = List.of("word", "name", "period");
  private static final String HIDDEN = "x";

  /** A column. */
  record Heading(String id, String name, String kind) {
    boolean isFigure() {
      return !WORDS.contains(kind);
    }
  }

  /** A line. */
  record Row(Map<String, Cell> cells) {
    Row {
      cells = Map.copyOf(cells);
    }

    /** Returns a word; empty where the line has no such. */
    String word(String column) {
      return cell(column) instanceof Cell.Code code ? code.text() : "";
    }

    /** Returns a cell; "." where the table has no such column. */
    Cell cell(String column) {
      return cells.getOrDefault(column, new Cell.Absent());
    }

    /** Returns a figure; empty where it is hidden or cannot be told. */
    Optional<BigDecimal> figure(String column) {
      return cell(column) instanceof Cell.Known known
          ? Optional.of(known.value())
          : Optional.empty();
    }
  }

  ReportTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Reads a table. */
  static ReportTable of(JsonObject json, String language) {
    List<Heading> columns = json.getJsonArray("columns").stream()
        .map(JsonObject.class::cast)
        .map(column -> new Heading(
            column.getString("id"),
            column.getJsonObject("name").getString(language),
            column.getString("kind")))
        .toList();
    List<Row> rows = new ArrayList<>();
    for (Object row : json.getJsonArray("rows")) {
      rows.add(row(columns, (JsonArray) row));
    }
    JsonObject note = json.getJsonObject("note");
    return new ReportTable(
        json.getString("id"),
        json.getJsonObject("title").getString(language),
        note == null ? "" : note.getString(language),
        columns,
        rows);
  }

  private static Row row(List<Heading> columns, JsonArray json) {
    Map<String, Cell> cells = new HashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      cells.put(columns.get(at).id(), cell(columns.get(at), json.getValue(at)));
    }
    return new Row(cells);
  }

  private static Cell cell(Heading column, @Nullable Object value) {
    if (value == null) {
      return new Cell.Absent();
    }
    if (!column.isFigure()) {
      return Cell.code(value.toString());
    }
    return value.equals(HIDDEN)
        ? new Cell.Hidden()
        : new Cell.Known(new BigDecimal(value.toString()));
  }

  /** Returns the table that a report has not. */
  static ReportTable none(String id) {
    return new ReportTable(id, "", "", List.of(), List.of());
  }

  /** Tells whether there is nothing to show: no line, and no note why. */
  boolean isNothing() {
    return rows.isEmpty() && note.isEmpty();
  }

  List<Row> where(String column, String word) {
    return rows.stream().filter(row -> row.word(column).equals(word)).toList();
  }

  /** Returns a column's words, each once, in order. */
  List<String> words(String column) {
    return rows.stream().map(row -> row.word(column)).distinct().toList();
  }

  /** Returns a column's name; the id where there is no such column. */
  String name(String column) {
    return columns.stream()
        .filter(each -> each.id().equals(column))
        .findFirst()
        .map(Heading::name)
        .orElse(column);
  }

  /** Returns how many figures there are, as the table's note counts them: without those that cannot be told. */
  long count() {
    return figures().filter(cell -> !(cell instanceof Cell.Absent)).count();
  }

  /** Returns how many figures are withheld. */
  long hidden() {
    return figures().filter(Cell.Hidden.class::isInstance).count();
  }

  private Stream<Cell> figures() {
    return rows.stream()
        .flatMap(
            row -> columns.stream().filter(Heading::isFigure).map(each -> row.cell(each.id())));
  }
}
