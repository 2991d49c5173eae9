package org.omloop.ledger.circulation.disclosure;

import java.util.List;

/**
 * Where a figure stands in the public tables.
 *
 * @param table a table's id, such as {@code sector-matrix}
 * @param column a column's id, such as {@code amount}
 * @param words the words of its line, such as {@code resident} and {@code G}; empty for the table's total
 */
public record Place(String table, String column, List<String> words) {
  /** Copies the words. */
  public Place {
    words = List.copyOf(words);
  }

  /** Returns the place of a line with those words. */
  public static Place of(String table, String column, String... words) {
    return new Place(table, column, List.of(words));
  }

  @Override
  public String toString() {
    return table + "." + column + words;
  }
}
