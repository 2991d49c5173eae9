package org.omloop.ledger.circulation.period;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * By what a report was made, beside the journal's origin, size and root: whoever has the journal gets the same states
 * and the same bytes (circulation.md, section 4).
 *
 * @param detail {@code lots} where every lot was followed; {@code keyed} where lots of one cohort, week and number of
 *     hops were merged, so that ages are in whole days and hops end at 7
 * @param rules in the order in which they are shown
 * @param offset the function that says where systematic rounding begins: {@code sha256}, of the row's id
 * @param classifications the versions of the codes in use, such as {@code 2026} for areas and {@code SBI2008} for
 *     sectors; sorted
 * @param until T, milliseconds since the epoch: the period's end, or the last entry where that is earlier
 * @param states by rule, the hash of what is inside at T; its lines are those of {@link
 *     org.omloop.ledger.circulation.trace.Tracing#stateHash}
 */
public record Tuple(
    String detail,
    List<Rule> rules,
    String offset,
    List<String> classifications,
    long until,
    Map<Rule, String> states) {
  private static final String OFFSET = "sha256";

  /** Copies its parts. */
  public Tuple {
    rules = List.copyOf(rules);
    classifications = List.copyOf(classifications);
    states = Collections.unmodifiableMap(new EnumMap<>(states));
  }

  static Tuple of(TracedPeriods traced) {
    Map<Rule, String> states = new EnumMap<>(Rule.class);
    TracedPeriods.RULES.forEach(rule -> states.put(rule, traced.reading(rule).stateHash()));
    return new Tuple(
        detail(traced.isKeyed()),
        TracedPeriods.RULES,
        OFFSET,
        List.copyOf(classifications(traced.scope())),
        traced.until(),
        states);
  }

  static String detail(boolean isKeyed) {
    return isKeyed ? "keyed" : "lots";
  }

  static SortedSet<String> classifications(Scope scope) {
    SortedSet<String> versions = new TreeSet<>();
    Accounts accounts = scope.rows().accounts();
    for (int account = 0; account < accounts.size(); account++) {
      if (scope.journal().opened(account) < scope.size()) {
        Traits traits = scope.traits(account);
        addVersion(versions, traits.sector());
        addVersion(versions, traits.area());
      }
    }
    return versions;
  }

  private static void addVersion(SortedSet<String> versions, String code) {
    if (!code.isEmpty()) {
      versions.add(code.substring(0, code.indexOf(':')));
    }
  }
}
