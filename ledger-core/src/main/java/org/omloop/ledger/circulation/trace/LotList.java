package org.omloop.ledger.circulation.trace;

import java.util.Arrays;
import org.omloop.ledger.circulation.number.Proportion;

/**
 * Lots in order of arrival, as columns. A lot is an amount that shares its inflow (the cohort), its hops and the row
 * that brought it last; when it entered and when it arrived are the times of those two rows. Neighbours that are equal
 * in all but the amount are one lot: no later split can tell.
 *
 * <p>Not thread-safe.
 */
final class LotList {
  /** Stands for any row where lots are not chosen by the row that brought them. */
  static final int ANY = -1;

  // owned by the tracing; lots are those from start up to end, none of them empty between steps
  private long[] amounts = new long[4];
  private int[] cohorts = new int[4];
  private int[] hops = new int[4];
  private int[] rows = new int[4];
  private int[] links = new int[4];
  private int start;
  private int end;
  private long total;

  /**
   * Appends a lot, or adds it to an equal one at the end.
   *
   * @param cohort the row by which it entered
   * @param row the row by which it came here
   * @param link its path so far, if paths are kept
   */
  void append(long amount, int cohort, int hopCount, int row, int link) {
    total += amount;
    int last = end - 1;
    boolean isEqual = end > start
        && cohorts[last] == cohort
        && hops[last] == hopCount
        && rows[last] == row
        && links[last] == link;
    if (isEqual) {
      amounts[last] += amount;
      return;
    }
    if (end == amounts.length) {
      makeRoom();
    }
    amounts[end] = amount;
    cohorts[end] = cohort;
    hops[end] = hopCount;
    rows[end] = row;
    links[end++] = link;
  }

  /** Moves an amount from the front to the end of another list; only lots that one row brought, or any. */
  void takeFirst(long amount, int broughtBy, LotList parts) {
    long left = amount;
    for (int lot = start; left > 0; lot++) {
      if (isEligible(lot, broughtBy)) {
        long part = Math.min(left, amounts[lot]);
        move(lot, part, parts);
        left -= part;
      }
    }
    dropEmpty(broughtBy == ANY);
  }

  /** Moves an amount from the end; the parts keep the order of the list. */
  void takeLast(long amount, int broughtBy, LotList parts) {
    long left = amount;
    int lot = end;
    while (left > 0) {
      lot--;
      left -= isEligible(lot, broughtBy) ? amounts[lot] : 0;
    }
    // The deepest lot keeps what was counted too much.
    long kept = -left;
    for (int taken = lot; taken < end; taken++) {
      if (isEligible(taken, broughtBy)) {
        move(taken, amounts[taken] - (taken == lot ? kept : 0), parts);
      }
    }
    if (broughtBy == ANY) {
      end = kept > 0 ? lot + 1 : lot;
      resetWhenEmpty();
    } else {
      dropEmpty(false);
    }
  }

  /**
   * Moves a share of every lot by systematic rounding: with running totals P, each part is
   * ⌊(amount·P<sub>i</sub> + offset) ÷ whole⌋ − ⌊(amount·P<sub>i−1</sub> + offset) ÷ whole⌋.
   *
   * @param whole what the eligible lots add up to
   */
  void takeShare(long amount, long whole, long offset, int broughtBy, LotList parts) {
    long sum = 0;
    long before = 0;
    for (int lot = start; lot < end; lot++) {
      if (isEligible(lot, broughtBy)) {
        sum += amounts[lot];
        long upTo = Proportion.floor(amount, sum, offset, whole);
        move(lot, upTo - before, parts);
        before = upTo;
      }
    }
    dropEmpty(false);
  }

  /** Returns what the lots that a row brought add up to. */
  long total(int broughtBy) {
    long sum = 0;
    for (int lot = start; lot < end; lot++) {
      sum += isEligible(lot, broughtBy) ? amounts[lot] : 0;
    }
    return sum;
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

  long amount(int lot) {
    return amounts[lot];
  }

  int cohort(int lot) {
    return cohorts[lot];
  }

  int hops(int lot) {
    return hops[lot];
  }

  int row(int lot) {
    return rows[lot];
  }

  int link(int lot) {
    return links[lot];
  }

  void clear() {
    start = 0;
    end = 0;
    total = 0;
  }

  private boolean isEligible(int lot, int broughtBy) {
    return broughtBy == ANY || rows[lot] == broughtBy;
  }

  private void move(int lot, long part, LotList parts) {
    if (part > 0) {
      parts.append(part, cohorts[lot], hops[lot], rows[lot], links[lot]);
      amounts[lot] -= part;
      total -= part;
    }
  }

  private void dropEmpty(boolean onlyAtFront) {
    if (onlyAtFront) {
      while (start < end && amounts[start] == 0) {
        start++;
      }
    } else {
      int kept = start;
      for (int lot = start; lot < end; lot++) {
        if (amounts[lot] > 0) {
          copy(lot, kept++);
        }
      }
      end = kept;
    }
    resetWhenEmpty();
  }

  private void copy(int from, int to) {
    amounts[to] = amounts[from];
    cohorts[to] = cohorts[from];
    hops[to] = hops[from];
    rows[to] = rows[from];
    links[to] = links[from];
  }

  private void resetWhenEmpty() {
    if (start == end) {
      start = 0;
      end = 0;
    }
  }

  /** Slides the lots to the front when half the columns are free there, else makes the columns longer. */
  private void makeRoom() {
    int count = end - start;
    if (start < amounts.length / 2) {
      int capacity = Math.addExact(amounts.length, Math.max(4, amounts.length >> 1));
      amounts = Arrays.copyOf(amounts, capacity);
      cohorts = Arrays.copyOf(cohorts, capacity);
      hops = Arrays.copyOf(hops, capacity);
      rows = Arrays.copyOf(rows, capacity);
      links = Arrays.copyOf(links, capacity);
      return;
    }
    System.arraycopy(amounts, start, amounts, 0, count);
    System.arraycopy(cohorts, start, cohorts, 0, count);
    System.arraycopy(hops, start, hops, 0, count);
    System.arraycopy(rows, start, rows, 0, count);
    System.arraycopy(links, start, links, 0, count);
    start = 0;
    end = count;
  }
}
