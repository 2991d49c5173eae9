package org.omloop.server.payouts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * A redemption and what the journal says became of it.
 *
 * @param redeem the entry that moved the units
 * @param settled the entries about it since, in order
 */
public record Payout(JournalEntry redeem, List<JournalEntry> settled) {
  public Payout {
    settled = List.copyOf(settled);
  }

  /** How far it is, by the journal. */
  public enum Stage {
    /** The bank has still to pay it. */
    REQUESTED,
    /** The bank has paid it. */
    BOOKED,
    /** The units are back, and the bank never paid. */
    REJECTED,
    /** The units are back, as the bank sent the euros back. */
    RETURNED;

    /** Returns the name used in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns its name. */
  public OrderId order() {
    return redeem.order().id();
  }

  /** Returns what its member asked for. */
  public Order.Redeem asked() {
    return (Order.Redeem) redeem.order().order();
  }

  /** Returns what the bank is to pay, in minor units. */
  public long amount() {
    return redeem.postings().stream()
        .filter(each -> each.account().equals(Ledger.TRANSIT) && each.side() == Side.CREDIT)
        .map(Posting::amount)
        .mapToLong(amount -> amount.minorUnits())
        .sum();
  }

  /** Returns what the circuit kept, in minor units. */
  public long fee() {
    return asked().amount().minorUnits() - amount();
  }

  /** Returns how far it is. */
  public Stage stage() {
    if (settled.isEmpty()) {
      return Stage.REQUESTED;
    }
    if (last().order().order() instanceof Order.PaidOut) {
      return Stage.BOOKED;
    }
    return settled.size() == 1 ? Stage.REJECTED : Stage.RETURNED;
  }

  /** Returns when it came to that. */
  public Instant since() {
    long micros = settled.isEmpty() ? redeem.bookedAt() : last().bookedAt();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Returns why it was rejected, where the journal says so. */
  public Optional<RejectReason> rejection() {
    return stage() == Stage.REJECTED && last().order().order() instanceof Order.Returned returned
        ? RejectReason.of(returned.bank())
        : Optional.empty();
  }

  private JournalEntry last() {
    return settled.get(settled.size() - 1);
  }
}
