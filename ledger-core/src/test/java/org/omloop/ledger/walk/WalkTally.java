package org.omloop.ledger.walk;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omloop.ledger.Decision;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Order;

/** Counts what came of the orders of some walks. Confined to one thread. */
final class WalkTally {
  private final Map<Class<?>, Integer> posted = new HashMap<>();
  private final Map<EntryKind, Integer> kinds = new EnumMap<>(EntryKind.class);
  private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
  private int replayed;
  private int conflicting;

  void count(Order order, Decision decision) {
    decision.match(
        each -> {
          posted.merge(order.getClass(), 1, Integer::sum);
          return kinds.merge(each.entry().kind(), 1, Integer::sum);
        },
        each -> refused.merge(each.reason(), 1, Integer::sum),
        each -> ++replayed,
        each -> ++conflicting);
  }

  /** Returns the types of order that were never posted, and the kinds of entry and the reasons that never came. */
  Set<Object> missing() {
    Set<Object> missing = new HashSet<>(List.of(Order.class.getPermittedSubclasses()));
    missing.removeAll(posted.keySet());
    missing.addAll(List.of(EntryKind.values()));
    missing.removeAll(kinds.keySet());
    missing.addAll(List.of(Refusal.values()));
    missing.removeAll(refused.keySet());
    missing.removeAll(Set.of(EntryKind.REFUSED, EntryKind.CREDIT));
    return missing;
  }

  int posted() {
    return sum(posted);
  }

  int refused() {
    return sum(refused);
  }

  int replayed() {
    return replayed;
  }

  int conflicting() {
    return conflicting;
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String toString() {
    return "posted " + kinds + ", refused " + refused + ", replayed " + replayed + ", conflicting "
        + conflicting;
  }
}
