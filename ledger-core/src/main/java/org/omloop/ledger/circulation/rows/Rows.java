package org.omloop.ledger.circulation.rows;

import java.util.Arrays;
import org.omloop.ledger.journal.EntryKind;

/**
 * The rows of a ledger in ledger order, as columns, so that millions of them need no objects. All are checked: parties
 * as the kind asks, no balance below zero, refunds within what they refund, all amounts together at most
 * 2<sup>63</sup>−1 minor units.
 *
 * <p>Not thread-safe while rows are added.
 */
public final class Rows {
  /** Stands for "no row" where a row refunds none. */
  public static final int NONE = -1;

  private static final EntryKind[] KINDS = EntryKind.values();
  private static final Movement[] MOVEMENTS = Movement.values();

  private final Accounts accounts;
  private final TextTable ids;
  // owned by whoever adds rows; then unchanged
  private int size;
  private int[] idNumbers = new int[64];
  private long[] times = new long[64];
  private int[] payers = new int[64];
  private int[] payees = new int[64];
  private long[] amounts = new long[64];
  private byte[] kinds = new byte[64];
  private byte[] movements = new byte[64];
  private int[] originals = new int[64];

  /** Makes an empty ledger; ids are numbered in the table that is given, where a reader also looks for repeats. */
  public Rows(Accounts accounts, TextTable ids) {
    this.accounts = accounts;
    this.ids = ids;
  }

  /**
   * Adds a row and returns its number, counted from 0.
   *
   * @param time milliseconds, not before the row before
   * @param payer an account's number, or {@link Accounts#OUTSIDE}
   * @param payee an account's number, or {@link Accounts#OUTSIDE}
   * @param original the row that this one refunds, or {@link #NONE}
   */
  @SuppressWarnings("EnumOrdinal") // a byte for a row instead of a reference, within one run
  public int add(
      int idNumber, long time, int payer, int payee, long amount, EntryKind kind, int original) {
    if (size == times.length) {
      grow();
    }
    idNumbers[size] = idNumber;
    times[size] = time;
    payers[size] = payer;
    payees[size] = payee;
    amounts[size] = amount;
    kinds[size] = (byte) kind.ordinal();
    movements[size] = (byte) movement(payer, payee, kind).ordinal();
    originals[size] = original;
    return size++;
  }

  public Accounts accounts() {
    return accounts;
  }

  public int size() {
    return size;
  }

  public String id(int row) {
    return ids.text(idNumbers[row]);
  }

  /** Returns a row's id in UTF-8. */
  public byte[] idBytes(int row) {
    return ids.bytes(idNumbers[row]);
  }

  /** Returns a row's time in milliseconds since the epoch, or since day 0. */
  public long time(int row) {
    return times[row];
  }

  public int payer(int row) {
    return payers[row];
  }

  public int payee(int row) {
    return payees[row];
  }

  /** Returns a row's amount in minor units. */
  public long amount(int row) {
    return amounts[row];
  }

  public EntryKind kind(int row) {
    return KINDS[kinds[row]];
  }

  public Movement movement(int row) {
    return MOVEMENTS[movements[row]];
  }

  /** Returns the row that this one refunds, or {@link #NONE}. */
  public int original(int row) {
    return originals[row];
  }

  /** Tells whether the payer's holding of this money ends here (C5). */
  public boolean endsSpell(int row) {
    Movement movement = movement(row);
    return movement == Movement.HOP
        || movement == Movement.CONTRIBUTION
        || movement == Movement.EXIT && kind(row) == EntryKind.REDEEM;
  }

  /** Returns what is added to the hops of the money that arrives: 1, 0, or −1 where a hop is undone. */
  public int hopChange(int row) {
    if (movement(row) == Movement.REFUND) {
      return movement(originals[row]) == Movement.HOP ? -1 : 0;
    }
    return movement(row) == Movement.HOP ? 1 : 0;
  }

  /** Returns how many rows, from the first, have a time up to and including the one given. */
  public int countUntil(long time) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (times[middle] <= time) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private Movement movement(int payer, int payee, EntryKind kind) {
    if (payer == Accounts.OUTSIDE) {
      return Movement.INFLOW;
    }
    if (payee == Accounts.OUTSIDE) {
      return Movement.EXIT;
    }
    if (accounts.unit(payer) == accounts.unit(payee)) {
      return Movement.OWN_TRANSFER;
    }
    if (kind == EntryKind.CONTRIBUTION) {
      return Movement.CONTRIBUTION;
    }
    if (kind == EntryKind.DEMURRAGE) {
      return Movement.LEVY;
    }
    return kind == EntryKind.REFUND ? Movement.REFUND : Movement.HOP;
  }

  private void grow() {
    int capacity = Math.addExact(size, Math.max(size >> 1, 1));
    idNumbers = Arrays.copyOf(idNumbers, capacity);
    times = Arrays.copyOf(times, capacity);
    payers = Arrays.copyOf(payers, capacity);
    payees = Arrays.copyOf(payees, capacity);
    amounts = Arrays.copyOf(amounts, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    movements = Arrays.copyOf(movements, capacity);
    originals = Arrays.copyOf(originals, capacity);
  }
}
