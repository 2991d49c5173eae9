package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * The three readings of a journal up to a period's end, and the books beside them, with the state at the ends of that
 * period and of the three before it: made in one pass for all tables that need them.
 *
 * <p>Not thread-safe; nothing changes it once it is made.
 */
final class TracedPeriods {
  /**
   * Above so many rows lots of one key are merged. Every lot costs: well-mixed split some 16 million parts in a year of
   * 95,000 rows, and a server makes a report for each month.
   */
  static final int MOST_ROWS_IN_LOTS = 10_000;

  /** How many periods of one length are shown side by side. */
  static final int PERIODS = 4;

  /** The rules, in the order in which they are shown. */
  static final List<Rule> RULES = List.of(Rule.FIFO, Rule.LIFO, Rule.MIXED);

  /** What books and rules say at a moment. */
  record State(LedgerState books, Map<Rule, RuleState> rules) {}

  /** A period with the states between which it lies; the scope is of that period. */
  record Span(Scope scope, State opening, State closing) {}

  private final Scope scope;
  private final boolean isKeyed;
  private final long until;
  private final EntryCohorts cohorts;
  private final Map<Rule, Reading> readings = new EnumMap<>(Rule.class);
  private final List<Span> spans = new ArrayList<>();
  // owned by the fold
  private int folded;

  private TracedPeriods(Scope scope, boolean isKeyed) {
    this.scope = scope;
    this.isKeyed = isKeyed;
    // A period that began after the last entry is empty so far, and not in the future.
    this.until = Math.max(scope.start(), scope.asOf());
    this.cohorts = new EntryCohorts(scope, until);
    RULES.forEach(rule -> readings.put(rule, new Reading(scope, cohorts, rule, isKeyed)));
  }

  /**
   * Traces all rows up to a period's end under every rule: every lot up to {@link #MOST_ROWS_IN_LOTS} rows,
   * merged lots above.
   *
   * @throws org.omloop.ledger.circulation.IdentityFailed when books and lots contradict each other
   */
  static TracedPeriods of(Scope scope) {
    return of(scope, MOST_ROWS_IN_LOTS);
  }

  static TracedPeriods of(Scope scope, int mostRowsInLots) {
    TracedPeriods traced = new TracedPeriods(scope, scope.endRow() > mostRowsInLots);
    traced.fold();
    return traced;
  }

  private void fold() {
    Books books = new Books(scope.rows());
    List<Scope> periods = periods();
    if (!periods.isEmpty()) {
      State opening = state(books, periods.get(0).start());
      for (Scope each : periods) {
        State closing = state(books, each.end());
        spans.add(new Span(each, opening, closing));
        opening = closing;
      }
    }
    readings.values().forEach(reading -> reading.end(until));
  }

  /** A period that was over before the ledger's first entry is left out. */
  private List<Scope> periods() {
    List<Scope> periods = new ArrayList<>();
    for (int back = PERIODS - 1; back >= 0; back--) {
      Scope each = new Scope(scope.journal(), scope.period().plus(-back), scope.size());
      if (each.end() > scope.journal().bookedAt(0)) {
        periods.add(each);
      }
    }
    return periods;
  }

  private State state(Books books, long time) {
    int end = scope.rowsBefore(time);
    while (folded < end) {
      books.fold(folded++);
    }
    long moment = Math.min(time, until);
    LedgerState ofBooks = LedgerState.of(books, scope.rows(), moment);
    Map<Rule, RuleState> ofRules = new EnumMap<>(Rule.class);
    readings.forEach((rule, reading) -> {
      reading.foldTo(end);
      ofRules.put(rule, reading.state(books, moment));
      if (time == scope.start()) {
        reading.begin(time);
      }
    });
    return new State(ofBooks, ofRules);
  }

  /** Returns the spans of the period and of the three before it, the oldest first, as far as the ledger goes back. */
  List<Span> spans() {
    return List.copyOf(spans);
  }

  /** Returns what a rule says. */
  Reading reading(Rule rule) {
    return Optional.ofNullable(readings.get(rule)).orElseThrow();
  }

  /** Tells whether lots were merged, as there were so many rows. */
  boolean isKeyed() {
    return isKeyed;
  }

  EntryCohorts cohorts() {
    return cohorts;
  }

  /** Returns up to when money was followed, in milliseconds: the period's end, or the last entry where that is earlier. */
  long until() {
    return until;
  }

  Scope scope() {
    return scope;
  }
}
