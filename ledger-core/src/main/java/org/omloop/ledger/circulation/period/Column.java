package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.catalogue.Text;

/**
 * A column of a table.
 *
 * @param id its name in files: {@code a-z}, digits and {@code _}
 */
public record Column(String id, Text name, Kind kind) {
  /** What stands in a column, and so how a screen writes it. */
  public enum Kind {
    /** A word of a fixed list, which screens translate, such as {@code opening}. */
    WORD,
    /** A name as the ledger has it, such as a programme's. */
    NAME,
    /** A calendar period, such as {@code 2026-Q3}. */
    PERIOD,
    /** Whole, in minor units. */
    AMOUNT,
    /** Whole. */
    COUNT,
    /** 0 … 1; may be above where the formula says so. */
    SHARE,
    /** A plain number. */
    RATIO,
    /** In days. */
    DAYS;

    /** Tells whether cells hold figures. */
    public boolean isFigure() {
      return this != WORD && this != NAME && this != PERIOD;
    }
  }

  /** Refuses an id that no file could carry. */
  public Column {
    if (!id.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("no name of a column: " + id);
    }
  }
}
