package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;

/**
 * Every movement that touches the circuit, as comma-separated values: {@code id,time,from,to,amount,kind,refund_of}
 * (circulation.md, section 9), for {@code omloop circulation} and others. They are the rows that the live measurement
 * reads, with their ids ({@link org.omloop.ledger.circulation.journal.RowId}), so that the same cents are rounded the
 * same way. Amounts are decimals of the ledger's scale, times RFC 3339 in UTC to the millisecond; an account outside the
 * circuit is an empty cell.
 */
public final class MovementsTable implements ExportForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final BufferedWriter out;
  private final JournalRows journal = new JournalRows();
  private int written;

  /** Writes a file, over what stood there. */
  public MovementsTable(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, UTF_8);
    out.write("id,time,from,to,amount,kind,refund_of\n");
  }

  @Override
  public void take(JournalEntry entry, byte[] leaf, Ledger after) throws IOException {
    journal.follow(entry);
    for (; written < journal.rows().size(); written++) {
      write(journal.rows(), written);
    }
  }

  private void write(Rows rows, int row) throws IOException {
    Decimal decimal = new Decimal(journal.genesis().map(Order.Genesis::scale).orElseThrow());
    int original = rows.original(row);
    out.write(String.join(
        ",",
        rows.id(row),
        TIME.format(Instant.ofEpochMilli(rows.time(row))),
        account(rows, rows.payer(row)),
        account(rows, rows.payee(row)),
        decimal.write(rows.amount(row)),
        rows.kind(row).wireName(),
        original == Rows.NONE ? "" : rows.id(original)));
    out.write('\n');
  }

  private static String account(Rows rows, int account) {
    return account == Accounts.OUTSIDE ? "" : rows.accounts().id(account);
  }

  @Override
  public void finish(String checkpoint, Ledger end) throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
