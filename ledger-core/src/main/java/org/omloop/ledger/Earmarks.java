package org.omloop.ledger;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * What accounts have of programmes whose money is spent in some places only. Where it may be spent it goes first; when its
 * programme is over it is money as any other (docs/adr/0060). Amounts are minor units, moments unix seconds.
 *
 * <p>Confined to its ledger's thread.
 */
final class Earmarks {
  private record Name(AccountId from, String programme) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::from).thenComparing(Name::programme);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }

  /** What one order took from an account, by programme. */
  private record Taken(AccountId holder, Map<Name, Long> amounts) {}

  private final Map<Name, Order.Programme> terms = new HashMap<>();
  /** By name within an account. */
  private final Map<AccountId, Map<Name, Long>> pockets = new HashMap<>();

  private final Map<OrderId, Taken> taken = new HashMap<>();

  void lay(Order.Programme order) {
    terms.put(new Name(order.from(), order.programme()), order);
  }

  /** What was granted can come back as a payment can: from the one who got it. */
  void granted(Order.Grant grant) {
    Name name = new Name(grant.from(), grant.programme());
    if (Optional.ofNullable(terms.get(name))
        .filter(Order.Programme::isEarmarked)
        .isPresent()) {
      pocket(grant.to()).merge(name, grant.amount().minorUnits(), Long::sum);
      Map<Name, Long> amounts = new TreeMap<>();
      amounts.put(name, -grant.amount().minorUnits());
      taken.put(grant.terms().id(), new Taken(grant.to(), amounts));
    }
  }

  /** Returns what an account may not pay to a payee, or to anybody outside the circuit. */
  long locked(AccountId holder, Optional<Account> payee, long at) {
    return pockets.getOrDefault(holder, Map.of()).entrySet().stream()
        .filter(each -> isLocked(each.getKey(), payee, at))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private boolean isLocked(Name name, Optional<Account> payee, long at) {
    return binds(name, at) && payee.filter(each -> admits(name, each)).isEmpty();
  }

  private boolean binds(Name name, long at) {
    return Optional.ofNullable(terms.get(name))
        .filter(each -> each.isEarmarked() && at < each.ends())
        .isPresent();
  }

  private boolean admits(Name name, Account payee) {
    return payee.type() == AccountType.HOLDER
        && !Examination.isResident(payee)
        && Optional.ofNullable(terms.get(name))
            .filter(each -> admits(each, payee))
            .isPresent();
  }

  private static boolean admits(Order.Programme terms, Account payee) {
    String area = payee.classification().area();
    String sector = payee.classification().sector();
    return (terms.areas().isEmpty() || terms.areas().stream().anyMatch(area::startsWith))
        && (terms.sectors().isEmpty() || terms.sectors().stream().anyMatch(sector::startsWith));
  }

  /** Takes what an order pays or reserves, as far as it may be taken from what is earmarked, by account and name. */
  void spend(OrderId order, AccountId holder, Account payee, long amount, long at) {
    Map<Name, Long> amounts = new TreeMap<>();
    long left = amount;
    for (Map.Entry<Name, Long> each : pocket(holder).entrySet()) {
      if (left > 0 && binds(each.getKey(), at) && admits(each.getKey(), payee)) {
        long part = Math.min(left, each.getValue());
        amounts.put(each.getKey(), part);
        each.setValue(each.getValue() - part);
        left -= part;
      }
    }
    if (!amounts.isEmpty()) {
      taken.put(order, new Taken(holder, amounts));
    }
  }

  /** Puts back all that a hold reserved. */
  void released(OrderId hold) {
    refunded(hold, Long.MAX_VALUE);
  }

  /** Puts back what an order took, up to an amount; of a grant that comes back, takes away what is left. */
  void refunded(OrderId order, long amount) {
    Optional.ofNullable(taken.get(order)).ifPresent(each -> {
      long left = amount;
      for (Map.Entry<Name, Long> part : each.amounts().entrySet()) {
        long back = Math.min(left, Math.abs(part.getValue()));
        boolean isGrant = part.getValue() < 0;
        long change = isGrant ? -back : back;
        pocket(each.holder())
            .merge(part.getKey(), change, (before, more) -> Math.max(0, before + more));
        part.setValue(part.getValue() - change);
        left -= back;
      }
    });
  }

  private Map<Name, Long> pocket(AccountId holder) {
    return pockets.computeIfAbsent(holder, none -> new TreeMap<>());
  }
}
