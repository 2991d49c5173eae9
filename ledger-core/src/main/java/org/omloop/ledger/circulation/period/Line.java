package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A line of a table, by the names of its columns. */
record Line(Table table, List<Cell> cells) {
  static List<Line> of(Table table) {
    return table.rows().stream().map(row -> new Line(table, row)).toList();
  }

  Cell cell(String column) {
    return IntStream.range(0, cells.size())
        .filter(at -> table.columns().get(at).id().equals(column))
        .mapToObj(cells::get)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table.id() + " has no " + column));
  }

  /** Returns what stands in a column of words. */
  String word(String column) {
    return cell(column) instanceof Cell.Code code ? code.text() : "";
  }

  /** Returns a figure; empty where there is none. */
  Optional<BigDecimal> value(String column) {
    return cell(column) instanceof Cell.Known known ? Optional.of(known.value()) : Optional.empty();
  }

  /** Returns the words before the figures, in order. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell instanceof Cell.Code code) {
        words.add(code.text());
      }
    }
    return words;
  }

  /** Returns the line with all figures hidden; "." stays ".". */
  List<Cell> hidden() {
    return cells.stream()
        .map(cell -> cell instanceof Cell.Known ? new Cell.Hidden() : cell)
        .toList();
  }
}
