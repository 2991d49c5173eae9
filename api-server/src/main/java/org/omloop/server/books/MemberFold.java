package org.omloop.server.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;

/** What members did that an auditor looks at twice: redemptions, changed bank accounts, round trips, silence. */
final class MemberFold {
  /** A redemption and how far it is; times are unix microseconds. */
  record Asked(
      long index,
      long bookedAt,
      OrderId order,
      AccountId account,
      long payout,
      Optional<EntryKind> settled) {}

  /** Money that was redeemed by whoever it had been issued to shortly before. */
  record RoundTrip(
      long index, AccountId account, Purpose purpose, long issued, long redeemed, long days) {}

  /** A redemption to another bank account than the one before, so many days after that was last used. */
  record ChangedIban(long index, AccountId account, long days) {}

  private record Issued(long at, long amount) {}

  private record Iban(String hash, long at) {}

  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final long ROUND_TRIP_DAYS = 14;
  private static final long IBAN_DAYS = 14;

  private final Map<OrderId, Asked> asked = new LinkedHashMap<>();
  private final Map<AccountId, Issued> issued = new HashMap<>();
  private final Map<AccountId, Iban> ibans = new HashMap<>();
  private final Map<AccountId, Long> active = new HashMap<>();
  private final List<RoundTrip> roundTrips = new ArrayList<>();
  private final List<ChangedIban> changedIbans = new ArrayList<>();

  void follow(JournalEntry entry) {
    if (entry.refusal().isPresent()) {
      return;
    }
    Order order = entry.order().order();
    if (order instanceof Order.Issue issue) {
      issued.put(issue.to(), new Issued(entry.bookedAt(), issue.amount().minorUnits()));
      active.putIfAbsent(issue.to(), entry.bookedAt());
    } else if (order instanceof Order.Pay pay) {
      active.put(pay.from(), entry.bookedAt());
      active.putIfAbsent(pay.to(), entry.bookedAt());
    } else if (order instanceof Order.Grant grant) {
      active.putIfAbsent(grant.to(), entry.bookedAt());
    } else if (order instanceof Order.Redeem redeem) {
      redeem(entry, redeem);
    } else if (order instanceof Order.PaidOut paid) {
      settle(paid.redeem(), entry.kind());
    } else if (order instanceof Order.Returned returned) {
      settle(returned.redeem(), entry.kind());
    }
  }

  private void redeem(JournalEntry entry, Order.Redeem redeem) {
    active.put(redeem.from(), entry.bookedAt());
    Amount payout = entry.postings().get(0).amount();
    asked.put(
        entry.order().id(),
        new Asked(
            entry.index(),
            entry.bookedAt(),
            entry.order().id(),
            redeem.from(),
            payout.minorUnits(),
            Optional.empty()));
    Issued before = issued.get(redeem.from());
    if (before != null && days(before.at(), entry.bookedAt()) < ROUND_TRIP_DAYS) {
      roundTrips.add(new RoundTrip(
          entry.index(),
          redeem.from(),
          redeem.purpose(),
          before.amount(),
          redeem.amount().minorUnits(),
          days(before.at(), entry.bookedAt())));
    }
    Iban used = ibans.put(redeem.from(), new Iban(redeem.ibanHash(), entry.bookedAt()));
    if (used != null
        && !used.hash().equals(redeem.ibanHash())
        && days(used.at(), entry.bookedAt()) < IBAN_DAYS) {
      changedIbans.add(
          new ChangedIban(entry.index(), redeem.from(), days(used.at(), entry.bookedAt())));
    }
  }

  private void settle(OrderId order, EntryKind kind) {
    Asked open = Objects.requireNonNull(asked.get(order));
    asked.put(
        order,
        new Asked(
            open.index(),
            open.bookedAt(),
            order,
            open.account(),
            open.payout(),
            Optional.of(kind)));
  }

  private static long days(long from, long to) {
    return (to - from) / MICROS_PER_DAY;
  }

  /** All redemptions, in order. */
  List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  List<RoundTrip> roundTrips() {
    return List.copyOf(roundTrips);
  }

  List<ChangedIban> changedIbans() {
    return List.copyOf(changedIbans);
  }

  /** When an account last paid or redeemed, or else first got something, unix microseconds; empty when never. */
  Optional<Long> active(AccountId account) {
    return Optional.ofNullable(active.get(account));
  }
}
