package org.omloop.ledger.circulation.trace;

import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * The exact fold: every lot of every account, to the minor unit (circulation.md, section 4). Rows are folded once, in
 * ledger order.
 *
 * <p>Not thread-safe. Memory and time grow with the number of lots, which under {@link Rule#MIXED} is many; large
 * ledgers take the keyed state.
 */
public final class LotTracing implements Tracing {
  private final Rows rows;
  private final Rule rule;
  private final Offset offset;
  private final @Nullable Paths paths;
  private final LotListener listener;
  // owned by the caller's thread: the state after the rows folded so far
  private final LotList[] lots;
  private final @Nullable ExitLog exits;
  private final LotList exitedLots = new LotList();
  private final LotList parts = new LotList();
  private final ExactLots reader;
  private final TraceTotals ended = new TraceTotals();

  /** Starts before the first row. */
  public LotTracing(Rows rows, Rule rule, Offset offset) {
    this(rows, rule, offset, null, new ExitLog(rows), (row, moved) -> {});
  }

  /**
   * Starts before the first row, with somebody who is told which lots each row moves. What has left is not kept, as
   * there may be tens of millions of parts: of this one {@link #totals} may be asked and not {@link #figures}.
   */
  public LotTracing(Rows rows, Rule rule, Offset offset, LotListener listener) {
    this(rows, rule, offset, null, null, listener);
  }

  LotTracing(Rows rows, Rule rule, Offset offset, Paths paths) {
    this(rows, rule, offset, paths, null, (row, moved) -> {});
  }

  private LotTracing(
      Rows rows,
      Rule rule,
      Offset offset,
      @Nullable Paths paths,
      @Nullable ExitLog exits,
      LotListener listener) {
    this.rows = rows;
    this.rule = rule;
    this.offset = offset;
    this.paths = paths;
    this.listener = listener;
    this.reader = new ExactLots(rows, parts);
    this.exits = exits;
    this.lots = new LotList[rows.accounts().size()];
    for (int account = 0; account < lots.length; account++) {
      lots[account] = new LotList();
    }
  }

  @Override
  public void fold(int row) {
    Movement movement = rows.movement(row);
    if (movement == Movement.INFLOW) {
      lots[rows.payee(row)].append(rows.amount(row), row, 0, row, link(Paths.NONE, row));
      return;
    }
    take(row);
    listener.moves(row, reader.of(parts));
    if (rows.endsSpell(row)) {
      countSpells(row);
    }
    if (movement == Movement.EXIT) {
      exit(row);
    } else if (movement == Movement.OWN_TRANSFER) {
      pass(row, lots[rows.payee(row)]);
    } else {
      deliver(row, lots[rows.payee(row)], rows.hopChange(row));
    }
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
    return new Spells(ended.spellAmount, ended.spellTime.value());
  }

  @Override
  public String stateHash() {
    return LotState.hash(this, rows);
  }

  @Override
  public TracedFigures totals(long until) {
    TraceTotals all = ended.copy();
    for (LotList list : lots) {
      for (int lot = list.start(); lot < list.end(); lot++) {
        all.open(
            list.amount(lot),
            list.hops(lot),
            until - rows.time(list.cohort(lot)),
            until - rows.time(list.row(lot)));
      }
    }
    return TracedFigures.withoutLines(all);
  }

  @Override
  public TracedFigures figures(long until) {
    return LotFigures.of(this, rows, until);
  }

  /** Returns the lots of an account. */
  LotList lots(int account) {
    return lots[account];
  }

  /** Returns what has left, equal exits added up. */
  LotColumns exits() {
    if (exits == null) {
      throw new IllegalStateException("what has left was told to a listener and not kept");
    }
    return exits.columns();
  }

  /** Returns what has left, each lot with its path, where paths are kept. */
  LotList exitedLots() {
    return exitedLots;
  }

  /** Returns what is added up of exits and of spells that have ended. */
  TraceTotals ended() {
    return ended;
  }

  /** Takes the row's amount off the payer: a refund first from what its original brought, a shortfall from all. */
  private void take(int row) {
    parts.clear();
    LotList list = lots[rows.payer(row)];
    long amount = rows.amount(row);
    int original = rows.original(row);
    if (original != Rows.NONE) {
      long brought = list.total(original);
      long targeted = Math.min(amount, brought);
      if (targeted > 0) {
        split(row, list, targeted, brought, original);
      }
      amount -= targeted;
    }
    if (amount > 0) {
      split(row, list, amount, list.total(), LotList.ANY);
    }
  }

  private void split(int row, LotList list, long amount, long whole, int broughtBy) {
    if (rule.forKind(rows.kind(row)) == Rule.MIXED) {
      list.takeShare(amount, whole, offset.of(rows.idBytes(row), whole), broughtBy, parts);
    } else if (rule == Rule.FIFO) {
      list.takeFirst(amount, broughtBy, parts);
    } else {
      list.takeLast(amount, broughtBy, parts);
    }
  }

  private void exit(int row) {
    for (int part = parts.start(); part < parts.end(); part++) {
      long age = rows.time(row) - rows.time(parts.cohort(part));
      ended.exit(parts.amount(part), parts.hops(part), age);
    }
    if (exits != null) {
      exits.leave(row, parts);
    }
    if (paths != null) {
      deliver(row, exitedLots, 0);
    }
  }

  private void deliver(int row, LotList target, int hopChange) {
    for (int part = parts.start(); part < parts.end(); part++) {
      target.append(
          parts.amount(part),
          parts.cohort(part),
          parts.hops(part) + hopChange,
          row,
          link(parts.link(part), row));
    }
  }

  /** Money that stays with its unit arrives unchanged: no hop, no new arrival, no new last row. */
  private void pass(int row, LotList target) {
    for (int part = parts.start(); part < parts.end(); part++) {
      target.append(
          parts.amount(part),
          parts.cohort(part),
          parts.hops(part),
          parts.row(part),
          link(parts.link(part), row));
    }
  }

  private void countSpells(int row) {
    for (int part = parts.start(); part < parts.end(); part++) {
      ended.spellTime.addProduct(parts.amount(part), rows.time(row) - rows.time(parts.row(part)));
    }
    ended.spellAmount += parts.total();
  }

  private int link(int previous, int row) {
    return paths == null ? Paths.NONE : paths.add(previous, row);
  }
}
