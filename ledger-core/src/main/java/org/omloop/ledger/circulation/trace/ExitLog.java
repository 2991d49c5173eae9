package org.omloop.ledger.circulation.trace;

import java.util.List;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * What has left, equal exits added up: of one cohort, in one way, at one time, after as many hops.
 *
 * <p>Not thread-safe.
 */
final class ExitLog {
  /** The ways of leaving, in the order in which they are given. */
  static final List<EntryKind> KINDS =
      List.of(EntryKind.CREDIT, EntryKind.DEMURRAGE, EntryKind.REDEEM, EntryKind.REFUND);

  private final Rows rows;
  private final LotColumns columns = new LotColumns();
  // owned by the tracing: the last row by which money left, whose time is not over
  private int lastRow = Rows.NONE;

  ExitLog(Rows rows) {
    this.rows = rows;
  }

  /** Notes that lots leave by a row. */
  void leave(int row, LotList parts) {
    if (lastRow != Rows.NONE && rows.time(lastRow) != rows.time(row)) {
      columns.close(lastRow);
    }
    lastRow = row;
    int kind = KINDS.indexOf(rows.kind(row));
    for (int part = parts.start(); part < parts.end(); part++) {
      columns.add(parts.cohort(part), parts.hops(part), kind, parts.amount(part));
    }
  }

  /** Returns all exits so far; the place of each is a row of its time. */
  LotColumns columns() {
    if (lastRow != Rows.NONE) {
      columns.close(lastRow);
    }
    return columns;
  }

  static EntryKind kind(LotColumns columns, int line) {
    return KINDS.get(columns.kind(line));
  }
}
