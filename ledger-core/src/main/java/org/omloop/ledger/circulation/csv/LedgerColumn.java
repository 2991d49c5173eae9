package org.omloop.ledger.circulation.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of a ledger file, in their order. */
enum LedgerColumn {
  ID(0),
  TIME(1),
  FROM(2),
  TO(3),
  AMOUNT(4),
  KIND(5),
  REFUND_OF(6);

  private final int cell;

  LedgerColumn(int cell) {
    this.cell = cell;
  }

  /** Returns the number of the column's cells in their records, from 0. */
  int cell() {
    return cell;
  }

  /** Returns the column's name in the header. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the header line. */
  static String headerLine() {
    return Arrays.stream(values()).map(LedgerColumn::header).collect(Collectors.joining(","));
  }
}
