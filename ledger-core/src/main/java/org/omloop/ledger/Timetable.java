package org.omloop.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/**
 * The policy in force, and the changes announced for later. Time only goes forward: a change whose moment has come is
 * folded into the policy for good; of two for one moment the later entry wins. A change never reaches back before its
 * own entry: else it would depend on who asked for the policy in between which of two late changes comes last.
 *
 * <p>Confined to its ledger's thread.
 */
final class Timetable {
  private record Change(long effective, Map<Setting, Optional<Object>> settings) {}

  private Policy current = Policy.INITIAL;
  private Deque<Change> announced = new ArrayDeque<>();

  /** Takes in a change that is booked now; both times in unix seconds. */
  void announce(long effective, long now, Map<Setting, Optional<Object>> settings) {
    List<Change> all = new ArrayList<>(announced);
    all.add(new Change(Math.max(effective, now), settings));
    all.sort(Comparator.comparingLong(
        Change::effective)); // stable: entries of one moment keep their order
    announced = new ArrayDeque<>(all);
  }

  Policy at(long unixSeconds) {
    while (!announced.isEmpty() && announced.getFirst().effective() <= unixSeconds) {
      current = current.with(announced.removeFirst().settings());
    }
    return current;
  }
}
