package org.omloop.ledger.circulation.csv;

import org.omloop.ledger.money.Amount;

/** Reads an amount: exactly two decimals, a point, no sign; 0.01 … 90071992547409.91. */
final class AmountCell {
  private AmountCell() {}

  /** Returns minor units. */
  static long parse(CsvRecords record, int cell) throws MalformedCell {
    byte[] bytes = record.bytes();
    int from = record.start(cell);
    int point = record.end(cell) - 3;
    if (point <= from || bytes[point] != '.') {
      throw form(record, cell);
    }
    long minorUnits = 0;
    for (int position = from; position < record.end(cell); position++) {
      int digit = bytes[position] - '0';
      if (position == point) {
        continue;
      }
      if (digit < 0 || digit > 9) {
        throw form(record, cell);
      }
      // Past the maximum its size no longer matters, so it cannot overflow.
      minorUnits = minorUnits > Amount.MAXIMUM ? minorUnits : minorUnits * 10 + digit;
    }
    if (minorUnits == 0) {
      throw new MalformedCell("the amount is zero");
    }
    if (minorUnits > Amount.MAXIMUM) {
      throw new MalformedCell(
          "amount " + record.shown(cell) + " is above " + Shown.amount(Amount.MAXIMUM));
    }
    return minorUnits;
  }

  private static MalformedCell form(CsvRecords record, int cell) {
    return new MalformedCell(
        record.isEmpty(cell)
            ? "the amount is empty"
            : "amount " + record.shown(cell) + " is not a number with two decimals, such as 12.50");
  }
}
