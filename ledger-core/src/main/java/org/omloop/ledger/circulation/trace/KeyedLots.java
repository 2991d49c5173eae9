package org.omloop.ledger.circulation.trace;

import java.util.Arrays;
import org.omloop.ledger.circulation.number.Division;
import org.omloop.ledger.circulation.number.Proportion;

/**
 * Lots by key (circulation.md, section 4, keyed state). Beside its amount Q a lot has the exact sums Σ q·hops, Σ
 * q·inflow time and Σ q·arrival time, the times as a mean m, rounded down, and a rest r below Q, where the sum is m·Q +
 * r. A part takes ⌊rest·q ÷ Q⌋ and the rest stays: no millisecond is lost, however large amounts and times are.
 *
 * <p>Lots lie one after another in one array, as what is done with a lot needs all of it: less memory is touched.
 *
 * <p>Not thread-safe.
 */
final class KeyedLots {
  /** Numbers per lot: the key above the mean inflow since the start of its period's week, and the five below. */
  private static final int WIDTH = 6;

  private static final int AMOUNT = 1;
  private static final int HOP_SUM = 2;
  private static final int INFLOW_REST = 3;
  private static final int ARRIVAL_MEAN = 4;
  private static final int ARRIVAL_REST = 5;
  private static final int KEY_SHIFT = 32;
  private static final int[] NOWHERE = {};

  /** Below it, the product of two amounts may be given to {@link Division#floor}. */
  private static final long MODERATE = 1L << 31;

  // owned by the tracing; lots are those from start up to end, none of them empty between steps
  private long[] cells = new long[2 * WIDTH];
  private int start;
  private int end;
  private long total;
  // scratch: where among other lots each of these belongs
  private int[] places = NOWHERE;

  /** Makes these lots the one that has just come in. */
  void enter(int key, long amount, int sinceWeekStart, long time) {
    clear();
    cells[0] = (long) key << KEY_SHIFT | sinceWeekStart;
    cells[AMOUNT] = amount;
    cells[HOP_SUM] = 0;
    cells[INFLOW_REST] = 0;
    cells[ARRIVAL_MEAN] = time;
    cells[ARRIVAL_REST] = 0;
    end = 1;
    total = amount;
  }

  /** Notes that these lots arrive at a time, after a hop, or after one taken back, or without. */
  void arrive(int hopChange, long time) {
    for (int lot = start; lot < end; lot++) {
      int at = lot * WIDTH;
      cells[at] = (long) LotKey.changed(key(lot), hopChange) << KEY_SHIFT | inflowMean(lot);
      cells[at + HOP_SUM] += hopChange * cells[at + AMOUNT];
      cells[at + ARRIVAL_MEAN] = time;
      cells[at + ARRIVAL_REST] = 0;
    }
  }

  /** Adds lots at the end, each to the one before where the key is the same. */
  void append(KeyedLots parts) {
    for (int part = parts.start; part < parts.end; part++) {
      if (end > start && key(end - 1) == parts.key(part)) {
        merge(end - 1, parts, part);
      } else {
        makeRoom(1);
        copy(parts, part, end++);
      }
    }
    total += parts.total;
  }

  /**
   * Adds lots that are in order of their keys to lots that are so too, and keeps one for each key. Nothing is taken
   * from the front of such lots, so they start at 0. The lots that are added are used up.
   */
  void insert(KeyedLots parts) {
    int fresh = mergeEqual(parts);
    if (fresh > 0) {
      makeRoom(fresh);
      spread(parts, fresh);
    }
    total += parts.total;
  }

  /** Adds lots to those of the same key; the others come to stand first among the parts, and how many is returned. */
  private int mergeEqual(KeyedLots parts) {
    if (parts.places.length < parts.end) {
      parts.places = new int[parts.cells.length / WIDTH];
    }
    int fresh = 0;
    int at = 0;
    for (int part = parts.start; part < parts.end; part++) {
      int key = parts.key(part);
      at = search(key, at);
      if (at < end && key(at) == key) {
        merge(at, parts, part);
      } else if (fresh > 0 && parts.key(fresh - 1) == key) {
        // The last bucket takes in two: those that were in it, and those that come to it.
        parts.merge(fresh - 1, parts, part);
      } else {
        parts.places[fresh] = at;
        parts.copy(parts, part, fresh++);
      }
    }
    return fresh;
  }

  /** Puts lots with new keys where they belong, from the last on, so that each lot here moves once. */
  private void spread(KeyedLots parts, int count) {
    int tail = end;
    for (int part = count - 1; part >= 0; part--) {
      int at = parts.places[part];
      System.arraycopy(cells, at * WIDTH, cells, (at + part + 1) * WIDTH, (tail - at) * WIDTH);
      copy(parts, part, at + part);
      tail = at;
    }
    end += count;
  }

  /** Moves an amount from the front to the end of another list. */
  void takeFirst(long amount, KeyedLots parts) {
    long left = amount;
    while (left > 0) {
      long part = Math.min(left, amount(start));
      move(start, part, parts);
      left -= part;
      start += amount(start) == 0 ? 1 : 0;
    }
    resetWhenEmpty();
  }

  /** Moves an amount from the end; the parts keep the order of the list. */
  void takeLast(long amount, KeyedLots parts) {
    long left = amount;
    int lot = end;
    while (left > 0) {
      left -= amount(--lot);
    }
    long kept = -left;
    for (int taken = lot; taken < end; taken++) {
      move(taken, amount(taken) - (taken == lot ? kept : 0), parts);
    }
    end = kept > 0 ? lot + 1 : lot;
    resetWhenEmpty();
  }

  /** Moves a share of every lot by systematic rounding, as {@link LotList#takeShare} does. */
  void takeShare(long amount, long offset, KeyedLots parts) {
    if (total < MODERATE) {
      takeModerateShare(amount, offset, parts);
    } else {
      takeAnyShare(amount, offset, parts);
    }
    resetWhenEmpty();
  }

  /** With moderate amounts no product needs more than 64 bits, and no division more than a reciprocal. */
  private void takeModerateShare(long amount, long offset, KeyedLots parts) {
    parts.makeRoom(end - start);
    double reciprocal = 1.0 / total;
    long sum = 0;
    long before = 0;
    int to = parts.end;
    int kept = start;
    for (int lot = start; lot < end; lot++) {
      long held = amount(lot);
      sum += held;
      long upTo = Division.floor(amount * sum + offset, total, reciprocal);
      long part = upTo - before;
      before = upTo;
      if (part > 0) {
        parts.copy(this, lot, to);
        if (part < held) {
          divide(lot * WIDTH, part, held, parts.cells, to * WIDTH);
        }
        to++;
      }
      if (part < held) {
        if (kept < lot) {
          copy(this, lot, kept);
        }
        kept++;
      }
    }
    end = kept;
    parts.end = to;
    total -= amount;
    parts.total += amount;
  }

  /** Leaves a part of a lot to its copy elsewhere, with its share of each sum; amounts are moderate. */
  private void divide(int at, long part, long held, long[] target, int to) {
    double reciprocal = 1.0 / held;
    cells[at + AMOUNT] = held - part;
    target[to + AMOUNT] = part;
    long hopSum = cells[at + HOP_SUM];
    if (hopSum != 0) {
      long share = hopSum >>> 31 == 0
          ? Division.floor(hopSum * part, held, reciprocal)
          : Division.share(hopSum, part, held, reciprocal);
      target[to + HOP_SUM] = share;
      cells[at + HOP_SUM] = hopSum - share;
    }
    long rest = cells[at + INFLOW_REST];
    long share = Division.floor(rest * part, held, reciprocal);
    target[to + INFLOW_REST] = share;
    cells[at + INFLOW_REST] = rest - share;
    rest = cells[at + ARRIVAL_REST];
    share = Division.floor(rest * part, held, reciprocal);
    target[to + ARRIVAL_REST] = share;
    cells[at + ARRIVAL_REST] = rest - share;
    carry(at);
  }

  private void takeAnyShare(long amount, long offset, KeyedLots parts) {
    long whole = total;
    long sum = 0;
    long before = 0;
    int kept = start;
    for (int lot = start; lot < end; lot++) {
      sum += amount(lot);
      long upTo = Proportion.floor(amount, sum, offset, whole);
      if (upTo > before) {
        move(lot, upTo - before, parts);
        before = upTo;
      }
      if (amount(lot) > 0) {
        if (kept < lot) {
          copy(this, lot, kept);
        }
        kept++;
      }
    }
    end = kept;
  }

  long total() {
    return total;
  }

  /** Returns where the lots begin; {@link #end} is after the last. */
  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int key(int lot) {
    return (int) (cells[lot * WIDTH] >> KEY_SHIFT);
  }

  long amount(int lot) {
    return cells[lot * WIDTH + AMOUNT];
  }

  /** Returns Σ q·hops. */
  long hopSum(int lot) {
    return cells[lot * WIDTH + HOP_SUM];
  }

  /** Returns the mean time of inflow since the start of the week of the key's period, rounded down. */
  int inflowMean(int lot) {
    return (int) cells[lot * WIDTH];
  }

  /** Returns what Σ q·inflow time is above the mean times the amount. */
  long inflowRest(int lot) {
    return cells[lot * WIDTH + INFLOW_REST];
  }

  /** Returns the mean time of arrival, rounded down. */
  long arrivalMean(int lot) {
    return cells[lot * WIDTH + ARRIVAL_MEAN];
  }

  /** Returns what Σ q·arrival time is above the mean times the amount. */
  long arrivalRest(int lot) {
    return cells[lot * WIDTH + ARRIVAL_REST];
  }

  void clear() {
    start = 0;
    end = 0;
    total = 0;
  }

  /** Moves a part of a lot to the end of a list, with its share of each sum. */
  private void move(int lot, long part, KeyedLots parts) {
    parts.makeRoom(1);
    parts.copy(this, lot, parts.end);
    total -= part;
    parts.total += part;
    int at = lot * WIDTH;
    long whole = cells[at + AMOUNT];
    cells[at + AMOUNT] = whole - part;
    if (part < whole) {
      int target = parts.end * WIDTH;
      parts.cells[target + AMOUNT] = part;
      double reciprocal = 1.0 / whole;
      for (int sum = HOP_SUM; sum <= ARRIVAL_REST; sum++) {
        if (sum != ARRIVAL_MEAN && cells[at + sum] != 0) {
          long share = Division.share(cells[at + sum], part, whole, reciprocal);
          parts.cells[target + sum] = share;
          cells[at + sum] -= share;
        }
      }
      carry(at);
    }
    parts.end++;
  }

  /** A rest that has come up to the amount, which it never passes, is one more in the mean. */
  private void carry(int at) {
    if (cells[at + INFLOW_REST] == cells[at + AMOUNT]) {
      cells[at + INFLOW_REST] = 0;
      cells[at]++;
    }
    if (cells[at + ARRIVAL_REST] == cells[at + AMOUNT]) {
      cells[at + ARRIVAL_REST] = 0;
      cells[at + ARRIVAL_MEAN]++;
    }
  }

  private void merge(int lot, KeyedLots source, int part) {
    int at = lot * WIDTH;
    int from = part * WIDTH;
    long added = source.cells[from + AMOUNT];
    long whole = cells[at + AMOUNT] + added;
    double reciprocal = 1.0 / whole;
    long apart = (long) source.inflowMean(part) - inflowMean(lot);
    long rests = cells[at + INFLOW_REST] + source.cells[from + INFLOW_REST];
    long shift = Division.shift(apart, added, rests, whole, reciprocal);
    cells[at] += shift;
    // Products may wrap where they do not fit into 64 bits; the difference fits.
    cells[at + INFLOW_REST] = apart * added + rests - shift * whole;
    apart = source.cells[from + ARRIVAL_MEAN] - cells[at + ARRIVAL_MEAN];
    rests = cells[at + ARRIVAL_REST] + source.cells[from + ARRIVAL_REST];
    shift = Division.shift(apart, added, rests, whole, reciprocal);
    cells[at + ARRIVAL_MEAN] += shift;
    cells[at + ARRIVAL_REST] = apart * added + rests - shift * whole;
    cells[at + HOP_SUM] += source.cells[from + HOP_SUM];
    cells[at + AMOUNT] = whole;
  }

  private void copy(KeyedLots source, int from, int to) {
    long[] other = source.cells;
    int read = from * WIDTH;
    int write = to * WIDTH;
    cells[write] = other[read];
    cells[write + AMOUNT] = other[read + AMOUNT];
    cells[write + HOP_SUM] = other[read + HOP_SUM];
    cells[write + INFLOW_REST] = other[read + INFLOW_REST];
    cells[write + ARRIVAL_MEAN] = other[read + ARRIVAL_MEAN];
    cells[write + ARRIVAL_REST] = other[read + ARRIVAL_REST];
  }

  /** Returns the first lot from a place on whose key is not below one: mostly near, so the next few come first. */
  private int search(int key, int from) {
    int low = from;
    for (int near = Math.min(end, from + 4); low < near; low++) {
      if (key(low) >= key) {
        return low;
      }
    }
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void resetWhenEmpty() {
    if (start == end) {
      start = 0;
      end = 0;
    }
  }

  /** Makes room at the end: by sliding to the front when half the array is free there, else in a longer one. */
  private void makeRoom(int count) {
    if ((end + count) * WIDTH <= cells.length) {
      return;
    }
    if (start >= end / 2 && start >= count) {
      System.arraycopy(cells, start * WIDTH, cells, 0, (end - start) * WIDTH);
      end -= start;
      start = 0;
      return;
    }
    cells = Arrays.copyOf(
        cells, Math.multiplyExact(end + Math.max(count, Math.max(2, end >> 1)), WIDTH));
  }
}
