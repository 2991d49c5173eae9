package org.omloop.server.meters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;

/**
 * Adds up what the law counts, by UTC day of booking (standards.md, section 3): payments of the kinds purchase, b2b,
 * wage, gift and contribution, by their order's amount. A contribution that travels with a purchase is part of that
 * purchase; refunds are not taken off.
 *
 * <p>Thread-safe: fed by one thread, asked by any.
 */
public final class MetersFold {
  private final TreeMap<LocalDate, DayVolume> days = new TreeMap<>();
  private final Map<AccountId, LocalDate> opened = new HashMap<>();
  private long entries;
  private long bookedAt;

  /** Takes in the next entry. */
  public synchronized void follow(JournalEntry entry) {
    entries = entry.index() + 1;
    bookedAt = entry.bookedAt();
    if (entry.refusal().isPresent()) {
      return;
    }
    Order order = entry.order().order();
    if (order instanceof Order.Pay pay) {
      pay(entry.kind(), pay.amount().minorUnits());
    } else if (order instanceof Order.Capture capture) {
      pay(entry.kind(), capture.amount().minorUnits());
    } else if (order instanceof Order.Open open) {
      opened.put(open.account(), today());
    }
    long issued = entry.postings().stream()
        .filter(each -> each.account().equals(Ledger.ISSUANCE))
        .mapToLong(MetersFold::debit)
        .sum();
    if (issued != 0) {
      change(day -> day.withOutstanding(issued));
    }
  }

  private void pay(EntryKind kind, long amount) {
    change(day -> day.withPayment(kind, amount));
  }

  private void change(UnaryOperator<DayVolume> change) {
    days.put(today(), change.apply(days.getOrDefault(today(), DayVolume.NOTHING)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(Instant.ofEpochMilli(bookedAt / 1_000), ZoneOffset.UTC);
  }

  private static long debit(Posting posting) {
    long amount = posting.amount().minorUnits();
    return posting.side() == Side.DEBIT ? amount : -amount;
  }

  /** Returns the meters up to the last entry taken in. */
  public synchronized Meters meters() {
    return new Meters(entries, bookedAt, today(), days, opened);
  }
}
