package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.Tracing;

/**
 * What was inside at a month's end under each rule that is asked, as a hash: that which a report on the month names in its {@link Tuple}.
 *
 * @param scope the month, and how many entries count
 * @param detail {@code lots} or {@code keyed}, as in {@link Tuple}
 * @param classifications as in {@link Tuple}
 * @param states by rule
 */
public record MonthState(
    Scope scope, String detail, List<String> classifications, Map<Rule, String> states) {
  /** Copies its parts. */
  public MonthState {
    classifications = List.copyOf(classifications);
    states = Collections.unmodifiableMap(new EnumMap<>(states));
  }

  /**
   * Finds the states at the ends of months under one rule, in one fold of all rows, or two where lots are merged in later
   * months.
   *
   * @param months in order, each with the entries before its end
   */
  public static List<MonthState> of(List<Scope> months, Rule rule) {
    return of(months, List.of(rule), TracedPeriods.MOST_ROWS_IN_LOTS);
  }

  static List<MonthState> of(List<Scope> months, List<Rule> rules, int mostRowsInLots) {
    List<MonthState> found = new ArrayList<>();
    for (boolean isKeyed : List.of(false, true)) {
      List<Scope> alike = months.stream()
          .filter(month -> month.endRow() > mostRowsInLots == isKeyed)
          .toList();
      found.addAll(folded(alike, rules, isKeyed));
    }
    return found;
  }

  private static List<MonthState> folded(List<Scope> months, List<Rule> rules, boolean isKeyed) {
    List<Map<Rule, String>> states = months.stream()
        .<Map<Rule, String>>map(month -> new EnumMap<>(Rule.class))
        .toList();
    for (Rule rule : months.isEmpty() ? List.<Rule>of() : rules) {
      Tracing tracing = Reading.tracing(months.get(0), rule, isKeyed, (row, moved) -> {});
      int next = 0;
      for (int month = 0; month < months.size(); month++) {
        for (int end = months.get(month).endRow(); next < end; next++) {
          tracing.fold(next);
        }
        states.get(month).put(rule, tracing.stateHash());
      }
    }
    List<MonthState> found = new ArrayList<>();
    for (int month = 0; month < months.size(); month++) {
      Scope scope = months.get(month);
      found.add(new MonthState(
          scope,
          Tuple.detail(isKeyed),
          List.copyOf(Tuple.classifications(scope)),
          states.get(month)));
    }
    return found;
  }
}
