package org.omloop.ledger;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * What programmes may hand out, and what they did. All grants under a name count, also those before its terms were laid
 * down; what came back does not. Amounts are minor units.
 *
 * <p>Confined to its ledger's thread.
 */
final class Programmes {
  private record Name(AccountId from, String programme) {
    static Name of(Order.Programme terms) {
      return new Name(terms.from(), terms.programme());
    }

    static Name of(Order.Grant grant) {
      return new Name(grant.from(), grant.programme());
    }
  }

  private record Share(Name name, AccountId to) {}

  private final Map<Name, Order.Programme> terms = new HashMap<>();
  private final Map<Name, Long> handedOut = new HashMap<>();
  private final Map<Share, Long> received = new HashMap<>();
  /** Issued to an account while a programme with a bonus ran. */
  private final Map<Share, Long> toppedUp = new HashMap<>();

  /** Whom something may be owed since the last issue; decides nothing. */
  private final Set<Share> owed = new LinkedHashSet<>();

  private final Map<OrderId, Share> grants = new HashMap<>();
  private final Earmarks earmarks = new Earmarks();

  Optional<Order.Programme> terms(AccountId from, String programme) {
    return Optional.ofNullable(terms.get(new Name(from, programme)));
  }

  /** Returns what may be spent in some places only. */
  Earmarks earmarks() {
    return earmarks;
  }

  void lay(Order.Programme order) {
    earmarks.lay(order);
    terms.put(Name.of(order), order);
  }

  long handedOut(Order.Grant grant) {
    return handedOut.getOrDefault(Name.of(grant), 0L);
  }

  long received(Order.Grant grant) {
    return received.getOrDefault(new Share(Name.of(grant), grant.to()), 0L);
  }

  /** Returns the bonus on what was issued to an account, rounded down. */
  long earned(Order.Programme programme, AccountId to) {
    long issued = toppedUp.getOrDefault(new Share(Name.of(programme), to), 0L);
    return issued == 0 ? 0 : Amount.of(issued).basisPoints(programme.bonusBasisPoints());
  }

  void toppedUp(AccountId to, Amount amount, long at) {
    terms.values().stream()
        .filter(each -> each.bonusBasisPoints() > 0 && each.runs(at))
        .map(each -> new Share(Name.of(each), to))
        .forEach(each -> {
          toppedUp.merge(
              each, amount.minorUnits(), (before, more) -> Math.min(Amount.MAXIMUM, before + more));
          owed.add(each);
        });
  }

  /** Returns the next bonus that is owed at a moment, unix seconds, and forgets those of which nothing is left to give. */
  Optional<Bonus> due(long at) {
    for (Share each : List.copyOf(owed)) {
      long amount = owed(each, at);
      if (amount > 0) {
        Name name = each.name();
        return Optional.of(new Bonus(name.from(), name.programme(), each.to(), Amount.of(amount)));
      }
      owed.remove(each);
    }
    return Optional.empty();
  }

  private long owed(Share share, long at) {
    return Optional.ofNullable(terms.get(share.name()))
        .filter(each -> each.runs(at))
        .map(each -> {
          long most = each.perPerson().map(Amount::minorUnits).orElse(Long.MAX_VALUE);
          long earned = Math.min(earned(each, share.to()), most);
          long left = each.budget().minorUnits() - handedOut.getOrDefault(share.name(), 0L);
          return Math.min(earned - received.getOrDefault(share, 0L), left);
        })
        .orElse(0L);
  }

  /** Takes in that a bonus was asked for, booked or not: one that is refused is not asked for again before the next issue. */
  void asked(Order.Grant grant) {
    owed.remove(new Share(Name.of(grant), grant.to()));
  }

  void granted(Order.Grant grant) {
    grants.put(grant.terms().id(), new Share(Name.of(grant), grant.to()));
    count(new Share(Name.of(grant), grant.to()), grant.amount().minorUnits());
    earmarks.granted(grant);
  }

  /** Takes in that a grant was given back, in whole or in part; of any other payment there is nothing to count. */
  void returned(OrderId payment, Amount amount) {
    Optional.ofNullable(grants.get(payment)).ifPresent(share -> count(share, -amount.minorUnits()));
    earmarks.refunded(payment, amount.minorUnits());
  }

  private void count(Share share, long amount) {
    handedOut.merge(share.name(), amount, Long::sum);
    received.merge(share, amount, Long::sum);
  }
}
