package org.omloop.ledger.circulation.trace;

import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.number.WideSum;
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
  private final ExitLog exits;
  private final LotList exitedLots = new LotList();
  private final LotList parts = new LotList();
  private final ExactLots reader;
  private final WideSum spellTime = new WideSum();
  private long spellAmount;

  /** Starts before the first row. */
  public LotTracing(Rows rows, Rule rule, Offset offset) {
    this(rows, rule, offset, (row, moved) -> {});
  }

  /** Starts before the first row, with somebody who is told which lots each row moves. */
  public LotTracing(Rows rows, Rule rule, Offset offset, LotListener listener) {
    this(rows, rule, offset, null, listener);
  }

  LotTracing(Rows rows, Rule rule, Offset offset, Paths paths) {
    this(rows, rule, offset, paths, (row, moved) -> {});
  }

  private LotTracing(
      Rows rows, Rule rule, Offset offset, @Nullable Paths paths, LotListener listener) {
    this.rows = rows;
    this.rule = rule;
    this.offset = offset;
    this.paths = paths;
    this.listener = listener;
    this.reader = new ExactLots(rows, parts);
    this.exits = new ExitLog(rows);
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
    return new Spells(spellAmount, spellTime.value());
  }

  @Override
  public String stateHash() {
    return LotState.hash(this, rows);
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
    return exits.columns();
  }

  /** Returns what has left, each lot with its path, where paths are kept. */
  LotList exitedLots() {
    return exitedLots;
  }

  /** Returns Σ amount × milliseconds over spells that have ended. */
  WideSum spellTime() {
    return spellTime;
  }

  /** Returns Σ amount over spells that have ended. */
  long spellAmount() {
    return spellAmount;
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
    if (paths == null) {
      exits.leave(row, parts);
    } else {
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
      spellTime.addProduct(parts.amount(part), rows.time(row) - rows.time(parts.row(part)));
    }
    spellAmount += parts.total();
  }

  private int link(int previous, int row) {
    return paths == null ? Paths.NONE : paths.add(previous, row);
  }
}
