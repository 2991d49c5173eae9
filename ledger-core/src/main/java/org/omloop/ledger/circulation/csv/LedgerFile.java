package org.omloop.ledger.circulation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * A ledger read from CSV with the header {@code id,time,from,to,amount,kind,refund_of} (circulation.md, section 9):
 * every row is checked, the first bad one refuses the file.
 *
 * @param rows the rows that touch the circuit
 * @param rowCount all rows of the file but the header
 * @param rowsOutside the rows between accounts outside, which are left out
 * @param timeForm the form of all times; empty without rows
 * @param sha256 of the file, in hexadecimal
 */
public record LedgerFile(
    Rows rows, long rowCount, long rowsOutside, Optional<TimeForm> timeForm, String sha256) {
  /**
   * Reads the stream to its end; the caller closes it. Accounts that are not declared are added as they turn up.
   *
   * @param progress is told how many bytes have been read
   */
  public static LedgerFile read(InputStream in, Accounts accounts, LongConsumer progress)
      throws IOException, MalformedFile {
    return new LedgerReader(in, accounts, progress).read();
  }
}
