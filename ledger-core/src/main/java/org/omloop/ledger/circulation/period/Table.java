package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;

/**
 * One table of a report, which every chart, file and print of it draws from.
 *
 * @param id its name in addresses and files: {@code a-z} and {@code -}
 * @param indicators ids of the catalogue that it shows
 * @param note what a reader has to know beside it, such as why it is empty
 */
public record Table(
    String id,
    Text title,
    List<String> indicators,
    List<Column> columns,
    List<List<Cell>> rows,
    Optional<Text> note) {
  /** Refuses rows that do not fit the columns. */
  public Table {
    indicators = List.copyOf(indicators);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    if (!id.matches("[a-z][a-z-]*")) {
      throw new IllegalArgumentException("no name of a table: " + id);
    }
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("a row of " + id + " has " + row.size() + " cells");
      }
      for (int at = 0; at < row.size(); at++) {
        boolean isCode = row.get(at) instanceof Cell.Code;
        if (isCode == columns.get(at).kind().isFigure()) {
          throw new IllegalArgumentException(
              "a cell of " + id + " does not fit " + columns.get(at).id());
        }
      }
    }
  }
}
