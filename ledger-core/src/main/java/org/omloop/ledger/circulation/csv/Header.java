package org.omloop.ledger.circulation.csv;

import java.io.IOException;

/** The first record of a file, which has to be exactly what is expected, and the width of those after it. */
final class Header {
  private Header() {}

  /** Reads the first record and refuses any other header. */
  static void read(CsvRecords records, String expected) throws IOException, MalformedFile {
    boolean isThere = records.next();
    StringBuilder found = new StringBuilder();
    for (int cell = 0; isThere && cell < records.count(); cell++) {
      found.append(cell == 0 ? "" : ",").append(records.text(cell));
    }
    if (!found.toString().equals(expected)) {
      throw new MalformedFile(1, "the header is not " + expected);
    }
  }

  /** Refuses a record with another number of cells. */
  static void checkWidth(CsvRecords record, int expected) throws MalformedCell {
    if (record.count() != expected) {
      throw new MalformedCell(record.count() + (record.count() == 1 ? " field" : " fields")
          + " instead of " + expected);
    }
  }
}
