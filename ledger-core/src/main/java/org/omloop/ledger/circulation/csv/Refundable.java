package org.omloop.ledger.circulation.csv;

import java.util.Arrays;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.rows.TextTable;
import org.omloop.ledger.journal.EntryKind;

/**
 * How much of each row can still be refunded, by whom and to whom.
 *
 * <p>Not thread-safe; belongs to one {@link LedgerReader}.
 */
final class Refundable {
  private static final int CELL = LedgerColumn.REFUND_OF.cell();

  private final CsvRecords record;
  private final TextTable ids;
  private final Rows rows;
  // owned by the reader: by number of id the row plus one, 0 for none; by row what is left of its
  // amount
  private int[] rowsByIds = new int[64];
  private long[] left = new long[64];

  Refundable(CsvRecords record, TextTable ids, Rows rows) {
    this.record = record;
    this.ids = ids;
    this.rows = rows;
  }

  /** Checks the refund_of of a row and takes its amount off the original; {@link Rows#NONE} where it refunds none. */
  int original(EntryKind kind, int payer, int payee, long amount) throws MalformedCell {
    if (kind != EntryKind.REFUND) {
      if (!record.isEmpty(CELL)) {
        throw new MalformedCell(
            "kind " + kind.wireName() + " has no refund_of, not " + record.shown(CELL));
      }
      return Rows.NONE;
    }
    if (record.isEmpty(CELL)) {
      throw new MalformedCell("the refund_of of a refund is empty");
    }
    int original = found();
    if (rows.payer(original) != payee || rows.payee(original) != payer) {
      throw new MalformedCell("refund_of " + record.shown(CELL) + " has other parties: "
          + party(rows.payer(original)) + " paid " + party(rows.payee(original)));
    }
    if (left[original] < amount) {
      throw new MalformedCell("refund_of " + record.shown(CELL) + " has "
          + Shown.amount(left[original]) + " left of " + Shown.amount(rows.amount(original))
          + " and cannot give back " + Shown.amount(amount));
    }
    left[original] -= amount;
    return original;
  }

  /** Notes a row that may be refunded. */
  void booked(int id, int row, long amount) {
    if (id >= rowsByIds.length) {
      rowsByIds = Arrays.copyOf(rowsByIds, id + (id >> 1) + 1);
    }
    if (row == left.length) {
      left = Arrays.copyOf(left, row + (row >> 1));
    }
    rowsByIds[id] = row + 1;
    left[row] = amount;
  }

  private int found() throws MalformedCell {
    int id = ids.find(record.bytes(), record.start(CELL), record.end(CELL));
    int row = id < 0 || id >= rowsByIds.length ? Rows.NONE : rowsByIds[id] - 1;
    boolean isRefundable = row != Rows.NONE
        && rows.movement(row) != Movement.EXIT
        && rows.kind(row) != EntryKind.REFUND;
    if (!isRefundable) {
      throw new MalformedCell("refund_of " + record.shown(CELL)
          + " is not an earlier hop, contribution, levy or entry");
    }
    return row;
  }

  private String party(int account) {
    return account < 0 ? "nobody" : Shown.text(rows.accounts().id(account));
  }
}
