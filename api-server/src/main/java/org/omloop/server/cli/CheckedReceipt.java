package org.omloop.server.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.journal.Posting;

/**
 * What checking one receipt came to.
 *
 * @param text for people
 */
record CheckedReceipt(boolean holds, String text) {
  static CheckedReceipt of(String file, LogPublicKey log) {
    try {
      Receipt receipt = Receipt.parseFile(file);
      ReceiptVerdict verdict = receipt.verify(log);
      JournalEntry entry = LeafDecoder.decode(receipt.leaf().toBytes());
      if (verdict.isValid() && entry.index() != receipt.proof().index()) {
        return failed("the entry says that it has another place");
      }
      return verdict.isValid() ? holding(receipt, entry, log) : failed(verdict.explanation());
    } catch (IllegalArgumentException e) {
      return failed("this is no receipt: " + e.getMessage());
    }
  }

  private static CheckedReceipt failed(String why) {
    return new CheckedReceipt(false, "FAIL: " + why);
  }

  private static CheckedReceipt holding(Receipt receipt, JournalEntry entry, LogPublicKey log) {
    List<String> lines = new ArrayList<>();
    lines.add("Ledger   " + log.name());
    lines.add("Entry    " + entry.index() + " of " + receipt.proof().size());
    lines.add("Root     " + receipt.checkpoint().checkpoint().root());
    lines.add("Booked   " + Instant.EPOCH.plus(entry.bookedAt(), ChronoUnit.MICROS));
    lines.add("Kind     " + entry.kind().wireName());
    lines.add("Order    " + entry.order().id());
    entry.refusal().ifPresent(reason -> lines.add("Refused  " + reason.wireName()));
    entry.postings().forEach(each -> lines.add(line(each)));
    lines.add("");
    lines.add("PASS: the entry stands in the journal that this key has signed");
    return new CheckedReceipt(true, String.join("\n", lines));
  }

  private static String line(Posting posting) {
    return String.format(
        "  %-6s %-20s %d",
        posting.side().wireName(), posting.account(), posting.amount().minorUnits());
  }
}
