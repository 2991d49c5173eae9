package org.omloop.ledger.circulation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.omloop.ledger.circulation.rows.Accounts;

/**
 * The accounts that rows may name, read from CSV with the header {@code account,owner,role,sector,area}.
 *
 * @param sha256 of the file, in hexadecimal
 */
public record AccountsFile(Accounts accounts, String sha256) {
  private static final String HEADER = "account,owner,role,sector,area";
  private static final int WIDTH = 5;

  /** Reads the stream to its end; the caller closes it. */
  public static AccountsFile read(InputStream in, LongConsumer progress)
      throws IOException, MalformedFile {
    CsvRecords records = new CsvRecords(in, progress);
    Accounts accounts = Accounts.declared();
    Header.read(records, HEADER);
    while (records.next()) {
      try {
        declare(records, accounts);
      } catch (MalformedCell e) {
        throw new MalformedFile(records.row(), e.reason());
      }
    }
    return new AccountsFile(accounts, records.sha256());
  }

  private static void declare(CsvRecords record, Accounts accounts) throws MalformedCell {
    Header.checkWidth(record, WIDTH);
    if (record.isEmpty(0)) {
      throw new MalformedCell("the account is empty");
    }
    if (accounts.contains(record.text(0))) {
      throw new MalformedCell("account " + record.shown(0) + " was declared before");
    }
    if (record.isEmpty(1)) {
      throw new MalformedCell("the owner is empty");
    }
    accounts.declare(
        record.text(0),
        record.text(1),
        new Accounts.Traits(record.text(2), record.text(3), record.text(4)));
  }
}
