package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.Identities;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.KeyedTracing;
import org.omloop.ledger.circulation.trace.LotListener;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.SurvivalCurve;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.circulation.trace.Tracing;

/**
 * One rule's reading of a journal, folded once for all tables.
 *
 * <p>Not thread-safe; nothing changes it after the last row.
 */
final class Reading {
  private final Rows rows;
  private final Rule rule;
  private final Tracing tracing;
  private final CohortCurves curves;
  private final CohortHolders holders;
  private final YoungMoney young;
  private final ProgrammeMoney programmes;
  private final EventMoney events;
  private final List<MoneyFollower> followers;
  // owned by the fold
  private int next;
  private Optional<TracedFigures> figures = Optional.empty();
  private Optional<EventSample> sample = Optional.empty();
  private Optional<EventSample> sampleInPeriod = Optional.empty();

  /**
   * Starts before the first row.
   *
   * @param isKeyed whether lots of one cohort, week and number of hops are merged
   */
  Reading(Scope scope, EntryCohorts cohorts, Rule rule, boolean isKeyed) {
    this.rows = scope.rows();
    this.rule = rule;
    this.curves = new CohortCurves(scope, cohorts);
    this.holders = new CohortHolders(scope, cohorts);
    this.young = new YoungMoney(scope, cohorts);
    this.programmes = new ProgrammeMoney(scope, cohorts);
    this.events = new EventMoney(scope);
    this.followers = List.of(curves, holders, young, programmes, events);
    this.tracing = tracing(scope, rule, isKeyed, this::moves);
  }

  /** Returns a rule's tracing before the first row, by which all reports are made. */
  static Tracing tracing(Scope scope, Rule rule, boolean isKeyed, LotListener listener) {
    Rows rows = scope.rows();
    return isKeyed
        ? new KeyedTracing(rows, rule, Offset.hashed(), row -> cohortName(scope, row), listener)
        : new LotTracing(rows, rule, Offset.hashed(), listener);
  }

  /** Money of two quarters or of two programmes is never merged. */
  private static String cohortName(Scope scope, int row) {
    String quarter = EntryCohorts.quarter(scope.rows().time(row)).toString();
    return scope
        .journal()
        .programmeOf(row)
        .map(programme -> quarter + " " + programme)
        .orElse(quarter);
  }

  private void moves(int row, Lots parts) {
    followers.forEach(each -> each.moves(row, parts));
  }

  /** Folds up to a row, without it. */
  void foldTo(int end) {
    while (next < end) {
      tracing.fold(next++);
    }
  }

  /**
   * Reads the state after the rows so far, which the books have too.
   *
   * @param until milliseconds, not before the last row
   * @throws org.omloop.ledger.circulation.IdentityFailed when books and lots contradict each other
   */
  RuleState state(Books books, long until) {
    TracedFigures now = tracing.totals(until);
    Identities.check(books, rule, tracing, rows.accounts());
    Identities.check(books, rule, now);
    figures = Optional.of(now);
    return new RuleState(
        tracing.spells(), now.lm3(), retained(until), events.sample(tracing, until));
  }

  /** Shows the followers what lies where before the period's first row, which comes next. */
  void begin(long start) {
    tracing.show((account, lots) -> followers.forEach(each -> each.begins(lots, start)));
  }

  private Optional<BigDecimal> retained(long until) {
    SurvivalCurve<String> now = curves.all().copy();
    tracing.show((account, lots) -> CohortCurves.hold(now, lots, until));
    return survival(now.at(List.of(Ages.COMPARED)).get(0));
  }

  /** Returns S at a point; empty where the curve has stopped. */
  static Optional<BigDecimal> survival(SurvivalCurve.Point<String> point) {
    return point.survival().isPresent()
        ? Optional.of(SixDecimals.of(point.survival().getAsDouble()))
        : Optional.empty();
  }

  /** Shows the followers what lies where after the last row: once, at the end. */
  void end(long until) {
    tracing.show((account, lots) -> followers.forEach(each -> each.holds(account, lots, until)));
    sample = Optional.of(events.sample(tracing, until));
    sampleInPeriod = Optional.of(events.sampleInPeriod(tracing, until));
  }

  /** Returns what became of each entry event's money by the end. */
  EventSample sample() {
    return sample.orElseThrow();
  }

  /** Returns what became of each entry event's money within the period. */
  EventSample sampleInPeriod() {
    return sampleInPeriod.orElseThrow();
  }

  /** Returns what the rule says at the last state that was read, without its lines; empty where none was. */
  Optional<TracedFigures> figures() {
    return figures;
  }

  /** Returns the hash of what is inside after the last row. */
  String stateHash() {
    return tracing.stateHash();
  }

  CohortCurves curves() {
    return curves;
  }

  CohortHolders holders() {
    return holders;
  }

  YoungMoney young() {
    return young;
  }

  ProgrammeMoney programmes() {
    return programmes;
  }
}
