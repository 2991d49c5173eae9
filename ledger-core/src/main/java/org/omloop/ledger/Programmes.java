package org.omloop.ledger;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * What programmes may hand out, and what they did. All grants under a name count, also those before its terms were laid
 * down; what came back does not. Amounts are minor units, moments unix seconds.
 *
 * <p>Confined to its ledger's thread.
 */
final class Programmes {
  private record Share(ProgrammeName name, AccountId to) {}

  private final Map<ProgrammeName, Order.Programme> terms = new HashMap<>();
  private final Map<ProgrammeName, Long> handedOut = new HashMap<>();
  private final Map<Share, Long> received = new HashMap<>();
  /** Issued to residents while a programme with a bonus ran. */
  private final Map<ProgrammeName, TreeMap<AccountId, Long>> toppedUp = new HashMap<>();

  /**
   * Who has yet to get a bonus, by programme; in one, who topped up first comes first. Made of what the journal says alone,
   * so that a ledger read anew owes the same.
   */
  private final TreeMap<ProgrammeName, Set<AccountId>> owed = new TreeMap<>();

  private final Map<OrderId, Share> grants = new HashMap<>();
  private final Earmarks earmarks = new Earmarks(this::terms);

  Optional<Order.Programme> terms(ProgrammeName name) {
    return Optional.ofNullable(terms.get(name));
  }

  /** Returns what may be spent in some places only. */
  Earmarks earmarks() {
    return earmarks;
  }

  void lay(Order.Programme order, long at) {
    ProgrammeName name = ProgrammeName.of(order);
    earmarks.renewed(name, at);
    terms.put(name, order);
    Optional.ofNullable(toppedUp.get(name))
        .ifPresent(each -> each.keySet().forEach(to -> review(new Share(name, to))));
  }

  long handedOut(ProgrammeName name) {
    return handedOut.getOrDefault(name, 0L);
  }

  long received(ProgrammeName name, AccountId to) {
    return received.getOrDefault(new Share(name, to), 0L);
  }

  /** Returns the bonus on what was issued to a resident, rounded down. */
  long earned(Order.Programme programme, AccountId to) {
    long issued = Optional.ofNullable(toppedUp.get(ProgrammeName.of(programme)))
        .map(each -> each.getOrDefault(to, 0L))
        .orElse(0L);
    return issued == 0 ? 0 : Amount.of(issued).basisPoints(programme.bonusBasisPoints());
  }

  /** Takes in that a resident topped up. */
  void toppedUp(AccountId to, Amount amount, long at) {
    terms.forEach((name, each) -> {
      if (each.bonusBasisPoints() > 0 && each.runs(at)) {
        toppedUp
            .computeIfAbsent(name, none -> new TreeMap<>())
            .merge(to, amount.minorUnits(), Programmes::sum);
        review(new Share(name, to));
      }
    });
  }

  /** No amount is larger, and no bonus on so much was meant. */
  private static long sum(long one, long other) {
    return Math.min(Amount.MAXIMUM, one + other);
  }

  /** Returns the programmes that owe somebody a bonus, whether it can be paid now or not. */
  List<Order.Programme> owing() {
    return owed.keySet().stream().map(this::terms).flatMap(Optional::stream).toList();
  }

  /** Returns whom a programme owes a bonus. */
  Set<AccountId> owed(Order.Programme programme) {
    return owed.getOrDefault(ProgrammeName.of(programme), Set.of());
  }

  /** Returns what is owed of a bonus, within what the programme gives to each. */
  long owed(Order.Programme programme, AccountId to) {
    long most = programme.perPerson().map(Amount::minorUnits).orElse(Long.MAX_VALUE);
    return Math.min(earned(programme, to), most) - received(ProgrammeName.of(programme), to);
  }

  private void review(Share share) {
    boolean isOwed =
        terms(share.name()).filter(each -> owed(each, share.to()) > 0).isPresent();
    if (isOwed) {
      owed.computeIfAbsent(share.name(), none -> new LinkedHashSet<>()).add(share.to());
    } else {
      forget(share);
    }
  }

  private void forget(Share share) {
    Set<AccountId> those = owed.getOrDefault(share.name(), new LinkedHashSet<>());
    those.remove(share.to());
    if (those.isEmpty()) {
      owed.remove(share.name());
    }
  }

  /** Takes in that the server asked for a bonus in vain: it is not asked for again before the next issue or new terms. */
  void bonusRefused(Order.Grant grant) {
    forget(new Share(ProgrammeName.of(grant), grant.to()));
  }

  void granted(Order.Grant grant) {
    Share share = new Share(ProgrammeName.of(grant), grant.to());
    grants.put(grant.terms().id(), share);
    count(share, grant.amount().minorUnits());
    review(share);
    earmarks.granted(grant);
  }

  /**
   * Takes in that a grant was given back, in whole or in part; of any other payment there is nothing to count. A bonus that
   * was given back is not pressed on anybody: it is owed again with the next issue.
   */
  void returned(OrderId payment, Amount amount) {
    Optional.ofNullable(grants.get(payment)).ifPresent(share -> count(share, -amount.minorUnits()));
    earmarks.refunded(payment, amount.minorUnits());
  }

  private void count(Share share, long amount) {
    handedOut.merge(share.name(), amount, Long::sum);
    received.merge(share, amount, Long::sum);
  }
}
