package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;

/**
 * The journal as plain text for hledger, ledger and beancount's importers (hledger's journal format): one transaction
 * for each entry that moves money, dated in UTC, debits positive and credits negative. Behind each posting stands the
 * balance that must follow, so that {@code hledger check} adds everything up again.
 */
public final class PlainTextJournal implements ExportForm {
  private final BufferedWriter out;
  private final Set<AccountId> declared = new HashSet<>();
  private String unit = "";
  private Decimal decimal = new Decimal(0);

  /** Writes a file, over what stood there. */
  public PlainTextJournal(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, UTF_8);
  }

  @Override
  public void take(JournalEntry entry, byte[] leaf, Ledger after) throws IOException {
    if (entry.order().order() instanceof Order.Genesis genesis) {
      begin(genesis);
    }
    if (entry.postings().isEmpty()) {
      return;
    }
    for (Posting each : entry.postings()) {
      declare(account(each.account(), after));
    }
    out.write("\n" + date(entry) + " * (" + entry.index() + ") " + entry.kind().wireName()
        + "  ; order:" + entry.order().id() + "\n");
    for (int at = 0; at < entry.postings().size(); at++) {
      write(entry, at, after);
    }
  }

  private void begin(Order.Genesis genesis) throws IOException {
    unit = '"' + genesis.unit().replace("\"", "") + '"';
    decimal = new Decimal(genesis.scale());
    out.write("; The journal of " + genesis.terms().ledger() + ", for hledger.\n");
    out.write("; Check it with: hledger -f FILE check --strict\n");
    out.write("\ncommodity " + decimal.write((long) Math.pow(10, genesis.scale()) * 1_000)
        + (genesis.scale() == 0 ? "." : "") + " " + unit + "\n");
  }

  /** An account that is first used here is declared, so that a strict check finds no others. */
  private void declare(Account account) throws IOException {
    if (declared.add(account.id())) {
      String type = account.type() == AccountType.ISSUANCE ? "A" : "L";
      out.write("\naccount " + name(account) + "  ; type: " + type + "\n");
    }
  }

  private void write(JournalEntry entry, int at, Ledger after) throws IOException {
    Posting posting = entry.postings().get(at);
    Account account = account(posting.account(), after);
    long balance = account.balance().minorUnits() - creditsAfter(entry, at);
    out.write("    " + name(account) + "  " + decimal.write(signed(posting)) + " " + unit + " = "
        + decimal.write(-balance) + " " + unit + "\n");
  }

  /** What later postings of the same entry do to this account's balance: credits less debits. */
  private static long creditsAfter(JournalEntry entry, int at) {
    AccountId account = entry.postings().get(at).account();
    return entry.postings().stream()
        .skip(at + 1L)
        .filter(each -> each.account().equals(account))
        .mapToLong(each -> -signed(each))
        .sum();
  }

  private static long signed(Posting posting) {
    long amount = posting.amount().minorUnits();
    return posting.side() == Side.DEBIT ? amount : -amount;
  }

  private static Account account(AccountId id, Ledger after) {
    return after.account(id).orElseThrow();
  }

  private static String name(Account account) {
    return account.type().wireName() + ":" + account.id().value();
  }

  private static String date(JournalEntry entry) {
    return Instant.EPOCH.plus(entry.bookedAt(), ChronoUnit.MICROS).toString().substring(0, 10);
  }

  @Override
  public void finish(String checkpoint, Ledger end) throws IOException {
    Checkpoint head = SignedCheckpoint.parse(checkpoint).checkpoint();
    out.write("\n; All " + head.size() + " entries; root " + head.root() + "\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
