package org.omloop.ledger.circulation.books;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.omloop.ledger.circulation.number.PairSums;
import org.omloop.ledger.circulation.number.WideSum;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * The sums over the ledger that are without assumption. Amounts are minor units, times milliseconds. Rows are folded
 * once, in ledger order.
 *
 * <p>Not thread-safe.
 */
public final class Books {
  private final Rows rows;
  private final Sleep sleep;
  // owned by the caller's thread: the sums over the rows folded so far
  private final long[] balances;
  private final PairSums hops = new PairSums();
  private final PairSums exits = new PairSums();
  private final Map<EntryKind, Long> gross = new EnumMap<>(EntryKind.class);
  private final Map<EntryKind, Long> refunded = new EnumMap<>(EntryKind.class);
  private final WideSum moneyTime = new WideSum();
  private long issued;
  private long granted;
  private long drawn;
  private long exited;
  private long stock;
  private long contributed;
  private long levied;
  private long ownTransfers;
  private long latest;

  /** Starts before the first row. */
  public Books(Rows rows) {
    this.rows = rows;
    this.sleep = new Sleep(rows.accounts());
    this.balances = new long[rows.accounts().size()];
  }

  /** Folds the next row. */
  public void fold(int row) {
    advance(row == 0 ? rows.time(row) : latest, rows.time(row));
    long amount = rows.amount(row);
    move(row, amount);
    switch (rows.movement(row)) {
      case INFLOW -> enter(rows.kind(row), amount);
      case HOP -> hop(row, amount);
      case CONTRIBUTION -> contributed += amount;
      case LEVY -> levied += amount;
      case OWN_TRANSFER -> ownTransfers += rows.kind(row) == EntryKind.REFUND ? -amount : amount;
      case REFUND -> refund(rows.original(row), amount);
      case EXIT -> exit(row, amount);
    }
  }

  /** Lets time pass after the last row, up to a moment that is not before it. */
  public void until(long time) {
    advance(latest, time);
  }

  /** Returns E, all that came in. */
  public long entered() {
    return issued + granted + drawn;
  }

  /** Returns what came in as issue. */
  public long issued() {
    return issued;
  }

  /** Returns what came in as grant. */
  public long granted() {
    return granted;
  }

  /** Returns what came in as credit: what accounts paid below zero. */
  public long drawn() {
    return drawn;
  }

  /** Returns X, all that left. */
  public long exited() {
    return exited;
  }

  /** Returns B, what is inside. */
  public long stock() {
    return stock;
  }

  /** Returns ∫B dt in minor units × milliseconds. */
  public BigInteger moneyTime() {
    return moneyTime.value();
  }

  /** Returns hops of a kind before refunds. */
  public long gross(EntryKind kind) {
    return gross.getOrDefault(kind, 0L);
  }

  /** Returns refunds of hops of a kind. */
  public long refunded(EntryKind kind) {
    return refunded.getOrDefault(kind, 0L);
  }

  /** Returns hops of a kind after refunds. */
  public long net(EntryKind kind) {
    return gross(kind) - refunded(kind);
  }

  /** Returns V<sub>H</sub> before refunds: all hops. */
  public long gross() {
    return sum(gross);
  }

  /** Returns all refunds of hops. */
  public long refunded() {
    return sum(refunded);
  }

  /** Returns V<sub>H</sub>, all hops after refunds. */
  public long volume() {
    return gross() - refunded();
  }

  /** Returns V<sub>C</sub>, the economic hops after refunds: purchase, b2b and wage. */
  public long economicVolume() {
    return net(EntryKind.PURCHASE) + net(EntryKind.B2B) + net(EntryKind.WAGE);
  }

  /** Returns contributions after refunds. */
  public long contributed() {
    return contributed;
  }

  /** Returns demurrage, levied (after refunds) and burned. */
  public long levied() {
    return levied;
  }

  /** Returns transfers within a unit after refunds of them. */
  public long ownTransfers() {
    return ownTransfers;
  }

  /** Returns the hops between each two accounts, after refunds; a pair may stand at zero. */
  public PairSums hops() {
    return hops;
  }

  /** Returns exits by account and by the position of their kind among {@link EntryKind#values}. */
  public PairSums exits() {
    return exits;
  }

  public long balance(int account) {
    return balances[account];
  }

  /** Returns the balances of units that have been quiet for so many milliseconds or more, at a moment. */
  public long sleeping(long until, long quietFor) {
    return sleepers(until, quietFor).stream().mapToLong(Sleeper::balance).sum();
  }

  /** Returns the units that have money and have been quiet for so many milliseconds or more, at a moment; by number. */
  public List<Sleeper> sleepers(long until, long quietFor) {
    return sleep.sleepers(until, quietFor);
  }

  private void advance(long from, long to) {
    moneyTime.addProduct(stock, to - from);
    latest = to;
  }

  private void move(int row, long amount) {
    int payer = rows.payer(row);
    int payee = rows.payee(row);
    if (payer != Accounts.OUTSIDE) {
      balances[payer] -= amount;
    }
    if (payee != Accounts.OUTSIDE) {
      balances[payee] += amount;
    }
    if (rows.movement(row) == Movement.OWN_TRANSFER) {
      return;
    }
    if (payer != Accounts.OUTSIDE) {
      sleep.change(payer, -amount, rows.time(row));
      if (wakes(row)) {
        sleep.spend(payer, rows.time(row));
      }
    }
    if (payee != Accounts.OUTSIDE) {
      sleep.change(payee, amount, rows.time(row));
    }
  }

  private boolean wakes(int row) {
    Movement movement = rows.movement(row);
    return movement == Movement.HOP
        || movement == Movement.CONTRIBUTION
        || movement == Movement.EXIT && rows.kind(row) == EntryKind.REDEEM;
  }

  private void enter(EntryKind kind, long amount) {
    stock += amount;
    switch (kind) {
      case ISSUE -> issued += amount;
      case CREDIT -> drawn += amount;
      default -> granted += amount;
    }
  }

  private void hop(int row, long amount) {
    gross.merge(rows.kind(row), amount, Long::sum);
    hops.add(rows.payer(row), rows.payee(row), amount);
  }

  /** A refund takes back what its original counted for. */
  private void refund(int original, long amount) {
    switch (rows.movement(original)) {
      case HOP -> {
        refunded.merge(rows.kind(original), amount, Long::sum);
        hops.add(rows.payer(original), rows.payee(original), -amount);
      }
      case CONTRIBUTION -> contributed -= amount;
      case LEVY -> levied -= amount;
      default ->
        throw new IllegalStateException(
            rows.id(original) + " is refunded and is no hop, contribution or levy");
    }
  }

  @SuppressWarnings("EnumOrdinal") // a key within one run
  private void exit(int row, long amount) {
    EntryKind kind = rows.kind(row);
    exited += amount;
    stock -= amount;
    levied += kind == EntryKind.DEMURRAGE ? amount : 0;
    exits.add(rows.payer(row), kind.ordinal(), amount);
  }

  private static long sum(Map<EntryKind, Long> sums) {
    return sums.values().stream().mapToLong(Long::longValue).sum();
  }
}
