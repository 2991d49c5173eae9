package org.omloop.ledger.circulation.csv;

import java.io.Serial;

/** Thrown at the first bad row of a file; the message is one line: "row 5: …", the header being row 1. */
public final class MalformedFile extends Exception {
  @Serial
  private static final long serialVersionUID = 1L;

  private final long row;

  MalformedFile(long row, String reason) {
    super("row " + row + ": " + reason);
    this.row = row;
  }

  /** Returns the row's number, as a spreadsheet shows it. */
  public long row() {
    return row;
  }
}
