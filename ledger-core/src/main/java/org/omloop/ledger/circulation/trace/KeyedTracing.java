package org.omloop.ledger.circulation.trace;

import java.util.function.IntFunction;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * The fold for large ledgers: lots of one key are merged, so that memory grows with accounts and keys and not with
 * rows (circulation.md, section 4, keyed state). Identities (a) and (b) hold exactly all the same; refunds are not
 * targeted. FIFO and LIFO keep lots in order of arrival, well-mixed keeps one for each key.
 *
 * <p>Not thread-safe.
 */
public final class KeyedTracing implements Tracing {
  private final Rows rows;
  private final Rule rule;
  private final Offset offset;
  private final InflowPeriods periods;
  private final LotListener listener;
  private final KeyedFigures figures;
  // owned by the caller's thread: the state after the rows folded so far
  private final KeyedLots[] lots;
  private final KeyedLots parts = new KeyedLots();
  private final MergedLots reader;

  /** Starts before the first row. */
  public KeyedTracing(Rows rows, Rule rule, Offset offset, CohortCalendar calendar) {
    this(rows, rule, offset, new CalendarCohorts(rows, calendar), (row, moved) -> {});
  }

  /**
   * Starts before the first row, with somebody who is told which lots each row moves.
   *
   * @param cohortOf the name of the cohort of money that came in by a row; lots of two cohorts are never merged
   */
  public KeyedTracing(
      Rows rows, Rule rule, Offset offset, IntFunction<String> cohortOf, LotListener listener) {
    this.rows = rows;
    this.rule = rule;
    this.offset = offset;
    this.listener = listener;
    this.periods = new InflowPeriods(rows, cohortOf);
    this.reader = new MergedLots(periods, parts);
    this.figures = new KeyedFigures(periods);
    this.lots = new KeyedLots[rows.accounts().size()];
    for (int account = 0; account < lots.length; account++) {
      lots[account] = new KeyedLots();
    }
  }

  @Override
  public void fold(int row) {
    Movement movement = rows.movement(row);
    long time = rows.time(row);
    if (movement == Movement.INFLOW) {
      enter(row, time);
      return;
    }
    take(row);
    listener.moves(row, reader.of(parts));
    if (rows.endsSpell(row)) {
      figures.countSpells(parts, time);
    }
    if (movement == Movement.EXIT) {
      figures.exit(rows.kind(row), parts, time);
      return;
    }
    if (movement != Movement.OWN_TRANSFER) {
      parts.arrive(rows.hopChange(row), time);
    }
    give(rows.payee(row));
  }

  @Override
  public long balance(int account) {
    return lots[account].total();
  }

  @Override
  public void show(Holdings holdings) {
    for (int account = 0; account < lots.length; account++) {
      if (lots[account].total() > 0) {
        holdings.holds(account, reader.of(lots[account]));
      }
    }
  }

  @Override
  public Spells spells() {
    return figures.spells();
  }

  @Override
  public String stateHash() {
    return KeyedState.hash(rows.accounts(), lots, periods);
  }

  @Override
  public TracedFigures totals(long until) {
    return figures.totals(until, lots);
  }

  @Override
  public TracedFigures figures(long until) {
    return figures.at(until, lots);
  }

  private void enter(int row, long time) {
    int period = periods.at(row);
    int sinceWeekStart = Math.toIntExact(time - periods.weekStart(period));
    parts.enter(LotKey.entered(period), rows.amount(row), sinceWeekStart, time);
    give(rows.payee(row));
  }

  private void take(int row) {
    KeyedLots list = lots[rows.payer(row)];
    long amount = rows.amount(row);
    parts.clear();
    Rule taken = rule.forKind(rows.kind(row));
    // One lot, or all of them: no offset changes what is taken.
    boolean needsNoOffset = list.end() - list.start() == 1 || amount == list.total();
    if (taken == Rule.FIFO || taken == Rule.MIXED && needsNoOffset) {
      list.takeFirst(amount, parts);
    } else if (taken == Rule.LIFO) {
      list.takeLast(amount, parts);
    } else {
      list.takeShare(amount, offset.of(rows.idBytes(row), list.total()), parts);
    }
  }

  private void give(int account) {
    if (rule == Rule.MIXED) {
      lots[account].insert(parts);
    } else {
      lots[account].append(parts);
    }
  }
}
