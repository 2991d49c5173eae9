package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.journal.JournalEntry;

/**
 * The accounts that {@link MovementsTable} names, as they are classified now: {@code account,owner,role,sector,area}
 * (circulation.md, section 9). An account outside the circuit has its type in place of a role.
 */
public final class AccountsTable implements ExportForm {
  private final BufferedWriter out;

  /** Writes a file, over what stood there. */
  public AccountsTable(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, UTF_8);
  }

  @Override
  public void take(JournalEntry entry, byte[] leaf, Ledger after) {}

  @Override
  public void finish(String checkpoint, Ledger end) throws IOException {
    out.write("account,owner,role,sector,area\n");
    for (Account each : end.accounts()) {
      out.write(String.join(
          ",",
          each.id().value(),
          each.id().value(),
          role(each),
          each.classification().sector(),
          each.classification().area()));
      out.write('\n');
    }
    out.flush();
  }

  private static String role(Account account) {
    return account.type() == AccountType.HOLDER
        ? account.classification().role().wireName()
        : account.type().wireName();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
