package org.omloop.ledger.circulation.coins;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Offset;

/**
 * One minor unit in so many, marked when it comes in and followed to where it is or left (circulation.md, section 4).
 * In each inflow the marked units are evenly spaced from a hashed start, so that every unit is as likely to be marked.
 * When a of b is paid, each coin of the payer leaves if ⌊H(coin ‖ row id)·b ÷ 2<sup>64</sup>⌋ &lt; a: with the
 * probability of the well-mixed rule, and by itself. Refunds first take what the refunded row brought.
 *
 * <p>Unmodifiable, once made.
 */
public final class MarkedCoins {
  private static final int AIM = 100_000;
  private static final int ANY = -1;

  private final Rows rows;
  private final long spacing;
  private final Offset offset;
  private final RefundableMoney money;
  // owned by the fold, then unchanged: by coin, its name, its path, and the row that brought it to
  // whom it is with; by account, its coins
  private final List<byte[]> names = new ArrayList<>();
  private final List<IntList> paths = new ArrayList<>();
  private final IntList broughtBy = new IntList();
  private final IntList[] pockets;

  private MarkedCoins(Rows rows, int count, long spacing, Offset offset) {
    this.rows = rows;
    this.spacing = spacing;
    this.offset = offset;
    this.money = new RefundableMoney(rows, count, offset);
    this.pockets = new IntList[rows.accounts().size()];
    Arrays.setAll(pockets, account -> new IntList());
  }

  /** Marks some hundred thousand coins of what comes in from one row up to another, and follows them up to that one. */
  public static MarkedCoins of(Rows rows, int from, int to, Offset offset) {
    return of(rows, from, to, spacing(rows, from, to), offset);
  }

  /**
   * Marks coins of what comes in from one row up to, and without, another, and follows them up to that one.
   *
   * @param spacing of how many minor units one is marked, at least 1
   */
  public static MarkedCoins of(Rows rows, int from, int to, long spacing, Offset offset) {
    MarkedCoins coins = new MarkedCoins(rows, to, spacing, offset);
    for (int row = 0; row < to; row++) {
      coins.fold(row, row >= from);
    }
    return coins;
  }

  /** Returns how far apart marked units are, so that there are a hundred thousand to two, or all where there are fewer. */
  private static long spacing(Rows rows, int from, int to) {
    long entered = 0;
    for (int row = from; row < to; row++) {
      entered += rows.movement(row) == Movement.INFLOW ? rows.amount(row) : 0;
    }
    return Math.max(1, entered / AIM);
  }

  /** Returns of how many minor units one is marked: the amount that a coin stands for. */
  public long spacing() {
    return spacing;
  }

  /** Returns how many coins there are; they are numbered from 0 in the order in which they came in. */
  public int size() {
    return names.size();
  }

  /** Returns a coin's way. */
  public CoinPath path(int coin) {
    return new CoinPath(new String(names.get(coin), UTF_8), paths.get(coin).toArray());
  }

  /** Returns ways for somebody to follow: of coins spread evenly over all, or of all where there are fewer. */
  public List<CoinPath> sample(int count) {
    return LongStream.range(0, Math.min(count, size()))
        .mapToObj(each -> path((int) ((2 * each + 1) * size() / (2L * Math.min(count, size())))))
        .toList();
  }

  private void fold(int row, boolean marks) {
    if (rows.movement(row) != Movement.INFLOW) {
      move(row);
    } else if (marks) {
      mark(row);
    }
    money.fold(row);
  }

  private void mark(int row) {
    byte[] id = rows.idBytes(row);
    long amount = rows.amount(row);
    for (long left = amount - offset.of(id, spacing); left > 0; left -= spacing) {
      int coin = size();
      names.add(joined(id, (":" + (amount - left)).getBytes(US_ASCII)));
      paths.add(new IntList());
      paths.get(coin).add(row);
      broughtBy.add(row);
      pockets[rows.payee(row)].add(coin);
    }
  }

  private void move(int row) {
    IntList pocket = pockets[rows.payer(row)];
    if (pocket.size() == 0) {
      return;
    }
    IntList leaving = new IntList();
    long amount = rows.amount(row);
    long whole = money.balance(rows.payer(row));
    int original = rows.original(row);
    if (original != Rows.NONE) {
      long brought = money.broughtBy(original, rows.payer(row));
      long targeted = Math.min(amount, brought);
      take(row, pocket, targeted, brought, original, leaving);
      amount -= targeted;
      whole -= targeted;
    }
    take(row, pocket, amount, whole, ANY, leaving);
    deliver(row, leaving);
  }

  /** Takes the coins that leave when an amount is paid of a whole: of the money that a row brought, or of any. */
  private void take(
      int row, IntList pocket, long amount, long whole, int brought, IntList leaving) {
    if (amount == 0) {
      return;
    }
    byte[] id = rows.idBytes(row);
    int kept = 0;
    for (int at = 0; at < pocket.size(); at++) {
      int coin = pocket.get(at);
      boolean isEligible = brought == ANY || broughtBy.get(coin) == brought;
      if (isEligible && leaves(coin, id, amount, whole)) {
        leaving.add(coin);
      } else {
        pocket.set(kept++, coin);
      }
    }
    pocket.keepFirst(kept);
  }

  private boolean leaves(int coin, byte[] rowId, long amount, long whole) {
    return amount == whole || offset.of(joined(names.get(coin), rowId), whole) < amount;
  }

  private void deliver(int row, IntList leaving) {
    Movement movement = rows.movement(row);
    for (int at = 0; at < leaving.size(); at++) {
      int coin = leaving.get(at);
      paths.get(coin).add(row);
      if (movement != Movement.EXIT) {
        pockets[rows.payee(row)].add(coin);
      }
      if (movement != Movement.OWN_TRANSFER) {
        broughtBy.set(coin, row);
      }
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
