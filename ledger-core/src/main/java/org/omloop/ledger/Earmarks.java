package org.omloop.ledger;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * What accounts have of programmes whose money is spent in some places only. Where it may be spent it goes first; once it
 * may be spent anywhere it is money as any other, and stays so (docs/adr/0060). Amounts are minor units, moments unix
 * seconds. What binds an account is never more than it has at hand, as long as its limit stays as it is.
 *
 * <p>Confined to its ledger's thread.
 */
final class Earmarks {
  /** A grant that came with a mark. */
  private record Marked(AccountId holder, ProgrammeName name) {}

  /** What a payment or a hold took from an account, by programme. */
  private record Taken(AccountId holder, Map<ProgrammeName, Long> amounts) {}

  private final Function<ProgrammeName, Optional<Order.Programme>> terms;
  /** By name within an account. */
  private final Map<AccountId, Map<ProgrammeName, Long>> pockets = new HashMap<>();

  private final Map<OrderId, Marked> grants = new HashMap<>();
  private final Map<OrderId, Taken> taken = new HashMap<>();

  /** Whose pockets changed since {@link #takeChanges}. */
  private final Set<AccountId> changed = new LinkedHashSet<>();

  Earmarks(Function<ProgrammeName, Optional<Order.Programme>> terms) {
    this.terms = terms;
  }

  /** Makes way for new terms: what nothing binds by now is not bound again. */
  void renewed(ProgrammeName name, long at) {
    pockets.forEach((holder, each) -> {
      if (each.containsKey(name)) {
        changed.add(holder);
      }
    });
    if (!binds(name, at)) {
      pockets.values().forEach(each -> each.remove(name));
      taken.values().forEach(each -> each.amounts().remove(name));
      grants.values().removeIf(each -> each.name().equals(name));
    }
  }

  void granted(Order.Grant grant) {
    ProgrammeName name = ProgrammeName.of(grant);
    if (terms.apply(name).filter(Order.Programme::isEarmarked).isPresent()) {
      add(grant.to(), name, grant.amount().minorUnits());
      grants.put(grant.terms().id(), new Marked(grant.to(), name));
    }
  }

  /** Returns what an account may not pay to a payee, or to anybody outside the circuit. */
  long locked(AccountId holder, Optional<Account> payee, long at) {
    return pocket(holder).entrySet().stream()
        .filter(each -> binds(each.getKey(), at))
        .filter(each -> payee.filter(one -> admits(each.getKey(), one)).isEmpty())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Returns what an account may not give back of a payment; of a grant it may give back what is left with its mark. */
  long lockedFromRefund(AccountId holder, OrderId original, long at) {
    long own = Optional.ofNullable(grants.get(original))
        .filter(each -> binds(each.name(), at))
        .map(each -> pocket(holder).getOrDefault(each.name(), 0L))
        .orElse(0L);
    return locked(holder, Optional.empty(), at) - own;
  }

  private Map<ProgrammeName, Long> pocket(AccountId holder) {
    return pockets.getOrDefault(holder, Map.of());
  }

  private boolean binds(ProgrammeName name, long at) {
    return terms.apply(name).filter(each -> each.binds(at)).isPresent();
  }

  private boolean admits(ProgrammeName name, Account payee) {
    return payee.type() == AccountType.HOLDER
        && !Examination.isResident(payee)
        && terms.apply(name).filter(each -> admits(each, payee)).isPresent();
  }

  private static boolean admits(Order.Programme terms, Account payee) {
    String area = payee.classification().area();
    String sector = payee.classification().sector();
    return (terms.areas().isEmpty() || terms.areas().stream().anyMatch(area::startsWith))
        && (terms.sectors().isEmpty() || terms.sectors().stream().anyMatch(sector::startsWith));
  }

  /** Takes what an order pays or reserves, as far as it may be taken from what is earmarked, by account and name. */
  void spend(OrderId order, AccountId holder, Account payee, long amount, long at) {
    Map<ProgrammeName, Long> amounts = new TreeMap<>();
    long left = amount;
    for (Map.Entry<ProgrammeName, Long> each : pocket(holder).entrySet()) {
      if (left > 0 && binds(each.getKey(), at) && admits(each.getKey(), payee)) {
        long part = Math.min(left, each.getValue());
        amounts.put(each.getKey(), part);
        each.setValue(each.getValue() - part);
        changed.add(holder);
        left -= part;
      }
    }
    if (!amounts.isEmpty()) {
      taken.put(order, new Taken(holder, amounts));
    }
  }

  /** Puts back all that a hold reserved. */
  void released(OrderId hold) {
    Optional.ofNullable(taken.remove(hold)).ifPresent(each -> each.amounts()
        .forEach((name, amount) -> add(each.holder(), name, amount)));
  }

  /** Keeps what a hold reserved, up to the amount that moves, as taken by the capture, whatever became of the payee meanwhile. */
  void captured(OrderId hold, OrderId capture, long amount) {
    Optional.ofNullable(taken.remove(hold)).ifPresent(each -> {
      Map<ProgrammeName, Long> kept = new TreeMap<>();
      long left = amount;
      for (Map.Entry<ProgrammeName, Long> part : each.amounts().entrySet()) {
        long moves = Math.min(left, part.getValue());
        kept.put(part.getKey(), moves);
        add(each.holder(), part.getKey(), part.getValue() - moves);
        left -= moves;
      }
      taken.put(capture, new Taken(each.holder(), kept));
    });
  }

  /** Puts back what a payment took, up to an amount; a grant that comes back takes its mark along. */
  void refunded(OrderId original, long amount) {
    Optional.ofNullable(grants.get(original)).ifPresent(each -> {
      pocket(each.holder()).computeIfPresent(each.name(), (name, had) -> Math.max(0, had - amount));
      changed.add(each.holder());
    });
    Optional.ofNullable(taken.get(original)).ifPresent(each -> {
      long left = amount;
      for (Map.Entry<ProgrammeName, Long> part : each.amounts().entrySet()) {
        long back = Math.min(left, part.getValue());
        add(each.holder(), part.getKey(), back);
        part.setValue(part.getValue() - back);
        left -= back;
      }
    });
  }

  private void add(AccountId holder, ProgrammeName name, long amount) {
    pockets.computeIfAbsent(holder, none -> new TreeMap<>()).merge(name, amount, Long::sum);
    changed.add(holder);
  }

  /** Returns what each account has whose pockets changed since the last time. */
  Map<AccountId, List<Earmarked>> takeChanges() {
    Map<AccountId, List<Earmarked>> changes =
        changed.stream().collect(Collectors.toMap(holder -> holder, this::of));
    changed.clear();
    return changes;
  }

  /** Returns what is left to an account, by the programme's name, whether anything binds it by now or not. */
  List<Earmarked> of(AccountId holder) {
    return pocket(holder).entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .flatMap(each -> terms.apply(each.getKey()).stream()
            .map(of -> new Earmarked(of, Amount.of(each.getValue()))))
        .toList();
  }
}
