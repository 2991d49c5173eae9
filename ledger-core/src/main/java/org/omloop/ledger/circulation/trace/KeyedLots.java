package org.omloop.ledger.circulation.trace;

import java.util.Arrays;
import org.omloop.ledger.circulation.number.Proportion;

/**
 * Lots by key, as columns (circulation.md, section 4, keyed state). Beside its amount Q a lot has the exact sums
 * Σ q·hops, Σ q·inflow time and Σ q·arrival time, the times as a mean m, rounded down, and a rest r below Q, where the
 * sum is m·Q + r. A part takes ⌊rest·q ÷ Q⌋ and the rest stays: no millisecond is lost, however large amounts and
 * times are.
 *
 * <p>Not thread-safe.
 */
final class KeyedLots {
  // owned by the tracing; lots are those from start up to end, none of them empty between steps
  private int[] keys = new int[2];
  private long[] amounts = new long[2];
  private long[] hopSums = new long[2];
  // since the start of the week of the key's period
  private int[] inflowMeans = new int[2];
  private long[] inflowRests = new long[2];
  private long[] arrivalMeans = new long[2];
  private long[] arrivalRests = new long[2];
  private int start;
  private int end;
  private long total;

  /** Makes these lots the one that has just come in. */
  void enter(int key, long amount, int sinceWeekStart, long time) {
    clear();
    keys[0] = key;
    amounts[0] = amount;
    hopSums[0] = 0;
    inflowMeans[0] = sinceWeekStart;
    inflowRests[0] = 0;
    arrivalMeans[0] = time;
    arrivalRests[0] = 0;
    end = 1;
    total = amount;
  }

  /** Notes that these lots arrive at a time, after a hop, or after one taken back, or without. */
  void arrive(int hopChange, long time) {
    for (int lot = start; lot < end; lot++) {
      keys[lot] = LotKey.changed(keys[lot], hopChange);
      hopSums[lot] += hopChange * amounts[lot];
      arrivalMeans[lot] = time;
      arrivalRests[lot] = 0;
    }
  }

  /** Adds lots at the end, each to the one before where the key is the same. */
  void append(KeyedLots parts) {
    for (int part = parts.start; part < parts.end; part++) {
      if (end > start && keys[end - 1] == parts.keys[part]) {
        merge(end - 1, parts, part);
      } else {
        makeRoom();
        copy(parts, part, end++);
      }
    }
    total += parts.total;
  }

  /**
   * Adds lots that are in order of their keys to lots that are so too, and keeps one for each key. Nothing is taken
   * from the front of such lots, so they start at 0.
   */
  void insert(KeyedLots parts) {
    int at = 0;
    for (int part = parts.start; part < parts.end; part++) {
      int found = Arrays.binarySearch(keys, at, end, parts.keys[part]);
      at = found >= 0 ? found : -found - 1;
      if (found >= 0) {
        merge(at, parts, part);
      } else {
        makeRoom();
        slide(at, at + 1, end - at);
        copy(parts, part, at);
        end++;
      }
    }
    total += parts.total;
  }

  /** Moves an amount from the front to the end of another list. */
  void takeFirst(long amount, KeyedLots parts) {
    long left = amount;
    while (left > 0) {
      long part = Math.min(left, amounts[start]);
      move(start, part, parts);
      left -= part;
      start += amounts[start] == 0 ? 1 : 0;
    }
    resetWhenEmpty();
  }

  /** Moves an amount from the end; the parts keep the order of the list. */
  void takeLast(long amount, KeyedLots parts) {
    long left = amount;
    int lot = end;
    while (left > 0) {
      left -= amounts[--lot];
    }
    long kept = -left;
    for (int taken = lot; taken < end; taken++) {
      move(taken, amounts[taken] - (taken == lot ? kept : 0), parts);
    }
    end = kept > 0 ? lot + 1 : lot;
    resetWhenEmpty();
  }

  /** Moves a share of every lot by systematic rounding, as {@link LotList#takeShare} does. */
  void takeShare(long amount, long offset, KeyedLots parts) {
    long whole = total;
    long sum = 0;
    long before = 0;
    int kept = start;
    for (int lot = start; lot < end; lot++) {
      sum += amounts[lot];
      long upTo = Proportion.floor(amount, sum, offset, whole);
      if (upTo > before) {
        move(lot, upTo - before, parts);
        before = upTo;
      }
      if (amounts[lot] > 0) {
        if (kept < lot) {
          copy(this, lot, kept);
        }
        kept++;
      }
    }
    end = kept;
    resetWhenEmpty();
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
    return keys[lot];
  }

  long amount(int lot) {
    return amounts[lot];
  }

  /** Returns Σ q·hops. */
  long hopSum(int lot) {
    return hopSums[lot];
  }

  /** Returns the mean time of inflow since the start of the week of the key's period, rounded down. */
  int inflowMean(int lot) {
    return inflowMeans[lot];
  }

  /** Returns what Σ q·inflow time is above the mean times the amount. */
  long inflowRest(int lot) {
    return inflowRests[lot];
  }

  /** Returns the mean time of arrival, rounded down. */
  long arrivalMean(int lot) {
    return arrivalMeans[lot];
  }

  /** Returns what Σ q·arrival time is above the mean times the amount. */
  long arrivalRest(int lot) {
    return arrivalRests[lot];
  }

  void clear() {
    start = 0;
    end = 0;
    total = 0;
  }

  /** Moves a part of a lot to the end of a list, with its share of each sum. */
  private void move(int lot, long part, KeyedLots parts) {
    parts.makeRoom();
    parts.copy(this, lot, parts.end);
    total -= part;
    parts.total += part;
    long whole = amounts[lot];
    amounts[lot] -= part;
    if (part < whole) {
      parts.amounts[parts.end] = part;
      long hops = share(hopSums[lot], part, whole);
      long inflow = Proportion.floor(inflowRests[lot], part, 0, whole);
      long arrival = Proportion.floor(arrivalRests[lot], part, 0, whole);
      parts.hopSums[parts.end] = hops;
      parts.inflowRests[parts.end] = inflow;
      parts.arrivalRests[parts.end] = arrival;
      hopSums[lot] -= hops;
      inflowRests[lot] -= inflow;
      arrivalRests[lot] -= arrival;
      carry(lot);
    }
    parts.end++;
  }

  /** A rest that has come up to the amount, by at most one for each, is one more in the mean. */
  private void carry(int lot) {
    if (inflowRests[lot] == amounts[lot]) {
      inflowRests[lot] = 0;
      inflowMeans[lot]++;
    }
    if (arrivalRests[lot] == amounts[lot]) {
      arrivalRests[lot] = 0;
      arrivalMeans[lot]++;
    }
  }

  /** Hops are below zero where more were taken back than the lot had. */
  private static long share(long sum, long part, long whole) {
    return sum >= 0
        ? Proportion.floor(sum, part, 0, whole)
        : -Proportion.floor(-sum, part, 0, whole);
  }

  private void merge(int lot, KeyedLots source, int part) {
    long added = source.amounts[part];
    long whole = amounts[lot] + added;
    long apart = source.inflowMeans[part] - (long) inflowMeans[lot];
    long rests = inflowRests[lot] + source.inflowRests[part];
    long shift = Proportion.floorSum(apart, added, rests, whole);
    inflowMeans[lot] += (int) shift;
    // Wraps where the products do not fit; the difference does.
    inflowRests[lot] = apart * added + rests - shift * whole;
    apart = source.arrivalMeans[part] - arrivalMeans[lot];
    rests = arrivalRests[lot] + source.arrivalRests[part];
    shift = Proportion.floorSum(apart, added, rests, whole);
    arrivalMeans[lot] += shift;
    arrivalRests[lot] = apart * added + rests - shift * whole;
    hopSums[lot] += source.hopSums[part];
    amounts[lot] = whole;
  }

  private void copy(KeyedLots source, int from, int to) {
    keys[to] = source.keys[from];
    amounts[to] = source.amounts[from];
    hopSums[to] = source.hopSums[from];
    inflowMeans[to] = source.inflowMeans[from];
    inflowRests[to] = source.inflowRests[from];
    arrivalMeans[to] = source.arrivalMeans[from];
    arrivalRests[to] = source.arrivalRests[from];
  }

  private void resetWhenEmpty() {
    if (start == end) {
      start = 0;
      end = 0;
    }
  }

  /** Makes room at the end: by sliding to the front when half the columns are free there, else in longer columns. */
  private void makeRoom() {
    if (end < keys.length) {
      return;
    }
    if (start >= keys.length / 2) {
      slide(start, 0, end - start);
      end -= start;
      start = 0;
      return;
    }
    int capacity = Math.addExact(end, Math.max(2, end >> 1));
    keys = Arrays.copyOf(keys, capacity);
    amounts = Arrays.copyOf(amounts, capacity);
    hopSums = Arrays.copyOf(hopSums, capacity);
    inflowMeans = Arrays.copyOf(inflowMeans, capacity);
    inflowRests = Arrays.copyOf(inflowRests, capacity);
    arrivalMeans = Arrays.copyOf(arrivalMeans, capacity);
    arrivalRests = Arrays.copyOf(arrivalRests, capacity);
  }

  private void slide(int from, int to, int count) {
    System.arraycopy(keys, from, keys, to, count);
    System.arraycopy(amounts, from, amounts, to, count);
    System.arraycopy(hopSums, from, hopSums, to, count);
    System.arraycopy(inflowMeans, from, inflowMeans, to, count);
    System.arraycopy(inflowRests, from, inflowRests, to, count);
    System.arraycopy(arrivalMeans, from, arrivalMeans, to, count);
    System.arraycopy(arrivalRests, from, arrivalRests, to, count);
  }
}
