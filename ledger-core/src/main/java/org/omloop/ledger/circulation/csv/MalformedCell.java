package org.omloop.ledger.circulation.csv;

import java.io.Serial;

/** Thrown for a cell that is wrong; {@link LedgerFile} adds the row's number. The message is one line. */
final class MalformedCell extends Exception {
  @Serial
  private static final long serialVersionUID = 1L;

  private final String reason;

  MalformedCell(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns what is wrong, on one line. */
  String reason() {
    return reason;
  }
}
