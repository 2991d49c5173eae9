package org.omloop.server.programmes;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * Adds up what programmes and the fund may hand out and did, entry by entry.
 *
 * <p>Thread-safe: fed by one thread, asked by any.
 */
public final class ProgrammesFold {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private record Name(AccountId from, String programme) {}

  private static final Comparator<Name> ORDER =
      Comparator.comparing(Name::from).thenComparing(Name::programme);

  private final Map<Name, Order.Programme> terms = new TreeMap<>(ORDER);
  private final Map<Name, HandedOut> programmes = new TreeMap<>(ORDER);
  /** What each got, less what came back of it, minor units. */
  private final Map<Name, Map<AccountId, Long>> beneficiaries = new HashMap<>();

  private final Map<OrderId, Order.Grant> grants = new HashMap<>();
  private long bookedAt;

  /** Takes in the next entry. */
  public synchronized void follow(JournalEntry entry) {
    bookedAt = entry.bookedAt();
    if (entry.refusal().isPresent()) {
      return;
    }
    if (entry.order().order() instanceof Order.Programme programme) {
      terms.put(new Name(programme.from(), programme.programme()), programme);
    } else if (entry.order().order() instanceof Order.Grant grant) {
      grant(grant, entry.bookedAt());
    } else if (entry.order().order() instanceof Order.Refund refund
        && grants.containsKey(refund.original())) {
      refund(
          Objects.requireNonNull(grants.get(refund.original())), refund.amount().minorUnits());
    }
  }

  private void refund(Order.Grant grant, long back) {
    Name name = new Name(grant.from(), grant.programme());
    beneficiaries.computeIfPresent(name, (same, those) -> {
      those.merge(grant.to(), -back, Math::addExact);
      return those;
    });
    programmes.computeIfPresent(
        name,
        (same, so) -> new HandedOut(
            so.from(),
            so.programme(),
            so.granted(),
            so.returned() + back,
            so.grants(),
            so.beneficiaries(),
            so.first(),
            so.last()));
  }

  private void grant(Order.Grant grant, long at) {
    Name name = new Name(grant.from(), grant.programme());
    grants.put(grant.terms().id(), grant);
    Map<AccountId, Long> those = beneficiaries.computeIfAbsent(name, none -> new HashMap<>());
    those.merge(grant.to(), grant.amount().minorUnits(), Math::addExact);
    HandedOut so = programmes.getOrDefault(
        name, new HandedOut(grant.from(), grant.programme(), 0, 0, 0, 0, at, at));
    programmes.put(
        name,
        new HandedOut(
            so.from(),
            so.programme(),
            so.granted() + grant.amount().minorUnits(),
            so.returned(),
            so.grants() + 1,
            those.size(),
            so.first(),
            at));
  }

  /** Returns when the last entry was booked, unix seconds: the ledger's own clock, which may be ahead of a wall's. */
  public synchronized long now() {
    return bookedAt / MICROS_PER_SECOND;
  }

  /** Returns the programmes that operators laid down, by account and name. */
  public synchronized List<LaidDown> laidDown() {
    return terms.entrySet().stream()
        .map(each -> laidDown(each.getKey(), each.getValue()))
        .toList();
  }

  private LaidDown laidDown(Name name, Order.Programme said) {
    Optional<HandedOut> so = Optional.ofNullable(programmes.get(name));
    return new LaidDown(
        said,
        so.map(given -> given.granted() - given.returned()).orElse(0L),
        so.map(HandedOut::beneficiaries).orElse(0));
  }

  /** Finds a programme; empty where nobody laid it down. */
  public synchronized Optional<LaidDown> laidDown(AccountId from, String programme) {
    Name name = new Name(from, programme);
    return Optional.ofNullable(terms.get(name)).map(said -> laidDown(name, said));
  }

  /** Returns what an account got from a programme, less what came back, minor units. */
  public synchronized long received(AccountId from, String programme, AccountId to) {
    return beneficiaries.getOrDefault(new Name(from, programme), Map.of()).getOrDefault(to, 0L);
  }

  /** Returns what was handed out, by account and programme. */
  public synchronized List<HandedOut> all() {
    return List.copyOf(programmes.values());
  }
}
