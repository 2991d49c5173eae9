package org.omloop.server.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderSignature;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/**
 * Every change of the rules, entry by entry: those in force, those before, those to come.
 *
 * <p>Thread-safe: fed by one thread, asked by any.
 */
public final class PolicyHistory {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private volatile List<PolicyChange> changes = List.of();
  private volatile long bookedAt;

  /** Takes in the next entry. */
  public void follow(JournalEntry entry) {
    bookedAt = entry.bookedAt();
    if (entry.refusal().isPresent()) {
      return;
    }
    if (entry.order().order() instanceof Order.Genesis genesis) {
      add(entry, 0, genesis.settings());
    } else if (entry.order().order() instanceof Order.PolicyChange change) {
      add(entry, change.effective(), change.settings());
    }
  }

  private void add(JournalEntry entry, long effective, Map<Setting, Optional<Object>> settings) {
    List<PolicyChange> all = new ArrayList<>(changes);
    all.add(new PolicyChange(
        entry.index(),
        entry.bookedAt(),
        Math.max(effective, entry.bookedAt() / MICROS_PER_SECOND),
        settings,
        entry.order().signatures().stream().map(OrderSignature::key).toList()));
    all.sort(Comparator.comparingLong(PolicyChange::effective)); // stable, as the ledger's own is
    changes = List.copyOf(all);
  }

  /** Returns when the last entry was booked, unix seconds: the ledger's own clock, which may be ahead of a wall's. */
  public long now() {
    return bookedAt / MICROS_PER_SECOND;
  }

  /** Returns all changes in the order in which they come into force. */
  public List<PolicyChange> changes() {
    return changes;
  }

  /** Returns the rules at a moment, unix seconds, by what is booked so far. */
  public Policy at(long unixSeconds) {
    Policy policy = Policy.INITIAL;
    for (PolicyChange each : changes) {
      policy = each.effective() <= unixSeconds ? policy.with(each.settings()) : policy;
    }
    return policy;
  }
}
