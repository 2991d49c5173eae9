package org.omloop.server.circulation;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.trace.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was inside at each month's end under each rule, as kept and as this program finds it. What was kept is never
 * replaced: where the two differ by formulas of one version, that is an alarm, as published figures rest on it.
 *
 * <p>Thread-safe.
 */
final class MonthStates {
  private static final Logger LOG = LoggerFactory.getLogger(MonthStates.class);

  private final Follower follower;
  private final CirculationStore store;

  MonthStates(Follower follower, CirculationStore store) {
    this.follower = follower;
    this.store = store;
  }

  /**
   * Folds all rows once more under each rule, keeps what is missing, and tells whether all that was kept came out again.
   * Each rule is a question of its own, so that others get their turn between them.
   */
  Future<Boolean> agree() {
    return store.states().compose(kept -> {
      Future<Boolean> alike = Future.succeededFuture(true);
      for (Rule rule : Rule.values()) {
        alike = alike.compose(before -> agree(rule, kept).map(isAlike -> before && isAlike));
      }
      return alike;
    });
  }

  private Future<Boolean> agree(Rule rule, List<StateSnapshot> kept) {
    return follower.ask(journal -> journal.monthStates(rule)).compose(found -> {
      boolean isAlike = found.stream().filter(each -> differs(kept, each)).count() == 0;
      return keep(kept, found).map(isAlike);
    });
  }

  private static boolean differs(List<StateSnapshot> kept, StateSnapshot found) {
    Optional<StateSnapshot> before =
        kept.stream().filter(each -> each.isOfTheSame(found)).findFirst();
    boolean isOther = before.filter(each -> !each.equals(found)).isPresent();
    if (isOther) {
      LOG.error(
          "at the end of {} there was something else inside under {} than was kept: {}, now {}",
          found.month(),
          found.rule(),
          before.get(),
          found);
    }
    return isOther;
  }

  private Future<Void> keep(List<StateSnapshot> kept, List<StateSnapshot> found) {
    List<StateSnapshot> missing = found.stream()
        .filter(each -> kept.stream().noneMatch(each::isOfTheSame))
        .toList();
    return missing.isEmpty() ? Future.succeededFuture() : store.keepStates(missing);
  }
}
