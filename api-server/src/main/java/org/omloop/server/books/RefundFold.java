package org.omloop.server.books;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/** Refunds, each held against the payment it names. Eight bytes are kept of every entry. */
final class RefundFold {
  /** A refund that names nothing, or gives back more than was paid. */
  record Wrong(long index, OrderId original, long paid, long refunded) {}

  private static final int FIRST_ROOM = 1_024;

  private long[] paid = new long[FIRST_ROOM];
  private long[] bookedAt = new long[FIRST_ROOM];
  private final Map<Long, Long> refunded = new HashMap<>();
  private final List<Wrong> wrong = new ArrayList<>();
  private long count;
  private long amount;
  private long inLaterMonth;

  void follow(JournalEntry entry, Ledger after) {
    int at = Math.toIntExact(entry.index());
    if (at >= paid.length) {
      paid = Arrays.copyOf(paid, paid.length * 2);
      bookedAt = Arrays.copyOf(bookedAt, bookedAt.length * 2);
    }
    bookedAt[at] = entry.bookedAt();
    Order order = entry.order().order();
    if (entry.refusal().isPresent()) {
      return;
    }
    if (order instanceof Order.Pay pay) {
      paid[at] = pay.amount().minorUnits();
    } else if (order instanceof Order.Capture capture) {
      paid[at] = capture.amount().minorUnits();
    } else if (order instanceof Order.Grant grant) {
      paid[at] = grant.amount().minorUnits();
    } else if (order instanceof Order.Refund refund && entry.kind() == EntryKind.REFUND) {
      take(entry, refund, after);
    }
  }

  private void take(JournalEntry entry, Order.Refund refund, Ledger after) {
    count++;
    amount += refund.amount().minorUnits();
    OptionalLong original = after.find(refund.original());
    long index = original.orElse(-1);
    long most = index < 0 || index >= entry.index() ? 0 : paid[Math.toIntExact(index)];
    long sum = refunded.merge(index, refund.amount().minorUnits(), Long::sum);
    if (sum > most) {
      wrong.add(new Wrong(entry.index(), refund.original(), most, sum));
    } else if (month(bookedAt[Math.toIntExact(index)]).isBefore(month(entry.bookedAt()))) {
      inLaterMonth++;
    }
  }

  private static YearMonth month(long micros) {
    return YearMonth.from(Days.of(micros));
  }

  List<Wrong> wrong() {
    return List.copyOf(wrong);
  }

  long count() {
    return count;
  }

  long amount() {
    return amount;
  }

  /** How many stand in a later month than what they give back. */
  long inLaterMonth() {
    return inLaterMonth;
  }
}
