package org.omloop.server.council;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.omloop.server.council.ReportTable.Row;

/**
 * The lines of a table as they stand on paper.
 *
 * @param more what is said below them, such as how many lines there are beside these; empty for nothing
 */
record Grid(List<Column> columns, List<Row> rows, String more) {
  /**
   * A column.
   *
   * @param width in parts of the table's
   * @param bar a share of the largest that is drawn, 0 … 1 or −1 for hidden; empty where the column has words
   */
  record Column(
      String title,
      float width,
      boolean isNumber,
      Function<Row, String> text,
      Optional<Function<Row, Float>> bar) {

    static Column words(String title, float width, Function<Row, String> text) {
      return new Column(title, width, false, text, Optional.empty());
    }

    static Column number(String title, float width, Function<Row, String> text) {
      return new Column(title, width, true, text, Optional.empty());
    }

    /** Draws what the column beside it says; it is not read aloud. */
    static Column bar(String title, float width, Function<Row, Float> share) {
      return new Column(title, width, false, row -> "", Optional.of(share));
    }
  }

  static final float HIDDEN = -1;

  Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  Grid(List<Column> columns, List<Row> rows) {
    this(columns, rows, "");
  }

  float parts() {
    return columns.stream().map(Column::width).reduce(0f, Float::sum);
  }
}
