package org.omloop.ledger.circulation.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.omloop.ledger.journal.EntryKind;

/**
 * How much of the money that came in is still inside at each age, and how the rest left. Exits are events, money
 * still inside is censored at the age it has reached; on a tie the event comes first.
 *
 * <p>Source: Kaplan and Meier 1958 for S; Aalen and Johansen 1978 for the share that left by each kind, so that S and
 * these shares add up to 1 at every age. Weights are minor units. circulation.md, section 5.
 *
 * <p>Not thread-safe.
 */
public final class SurvivalCurve {
  /**
   * One age at which money left.
   *
   * @param age in milliseconds
   * @param exited minor units that left at that age
   * @param atRisk minor units that had not left and were not censored before it
   * @param survival S just after it, 0 … 1
   * @param exits by kind, the cumulative incidence up to and including this age; kinds not seen yet are left out
   */
  public record Step(
      long age, long exited, long atRisk, double survival, Map<EntryKind, Double> exits) {
    public Step {
      exits = Collections.unmodifiableSortedMap(new TreeMap<>(exits));
    }
  }

  private static final List<EntryKind> KINDS =
      List.of(EntryKind.DEMURRAGE, EntryKind.REDEEM, EntryKind.REFUND);
  private static final int CENSORED = KINDS.size();
  private static final int WIDTH = CENSORED + 1;

  // owned by whoever adds; slots is a hash table of positions, 0 for empty and else position + 1;
  // sums holds, for each
  // age, what left by each kind and what is censored
  private long[] ages = new long[16];
  private long[] sums = new long[16 * WIDTH];
  private int[] slots = new int[64];
  private int size;
  private long total;

  /** Adds money that left at an age. */
  public void exit(long age, EntryKind kind, long amount) {
    add(age, KINDS.indexOf(kind), amount);
  }

  /** Adds money that is still inside at an age. */
  public void open(long age, long amount) {
    add(age, CENSORED, amount);
  }

  /** Returns a step for each age with exits, in order of age; steps are made as they are read. */
  public List<Step> steps() {
    long[] sorted = Arrays.copyOf(ages, size);
    Arrays.sort(sorted);
    Steps steps = new Steps(size);
    long atRisk = total;
    for (long age : sorted) {
      int first = (slots[slotOf(age)] - 1) * WIDTH;
      long exited = steps.add(age, atRisk, sums, first);
      atRisk -= exited + sums[first + CENSORED];
    }
    return steps;
  }

  /** Returns the same curve, to which other money can be added. */
  SurvivalCurve copy() {
    SurvivalCurve copy = new SurvivalCurve();
    for (int position = 0; position < size; position++) {
      for (int column = 0; column < WIDTH; column++) {
        copy.add(ages[position], column, sums[position * WIDTH + column]);
      }
    }
    return copy;
  }

  private void add(long age, int column, long amount) {
    int slot = slotOf(age);
    if (slots[slot] == 0) {
      slots[slot] = append(age) + 1;
    }
    sums[(slots[slot] - 1) * WIDTH + column] += amount;
    total += amount;
    if (size * 2L > slots.length) {
      growSlots();
    }
  }

  private int append(long age) {
    if (size == ages.length) {
      ages = Arrays.copyOf(ages, size * 2);
      sums = Arrays.copyOf(sums, Math.multiplyExact(size * 2, WIDTH));
    }
    ages[size] = age;
    return size++;
  }

  private void growSlots() {
    slots = new int[slots.length * 2];
    for (int position = 0; position < size; position++) {
      slots[slotOf(ages[position])] = position + 1;
    }
  }

  private int slotOf(long age) {
    // Multiplying by the golden ratio spreads ages that lie apart by round times.
    long mixed = age * 0x9E37_79B9_7F4A_7C15L;
    int slot = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && ages[slots[slot] - 1] != age) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Steps as columns. */
  private static final class Steps extends AbstractList<Step> {
    private final long[] ages;
    private final long[] exits;
    private final long[] risks;
    private final double[] survivals;
    private final double[] incidences;
    private int count;

    Steps(int most) {
      ages = new long[most];
      exits = new long[most];
      risks = new long[most];
      survivals = new double[most];
      incidences = new double[Math.multiplyExact(most, CENSORED)];
    }

    /** Adds a step if anything left at an age, and returns how much. */
    long add(long age, long atRisk, long[] sums, int first) {
      double before = count == 0 ? 1 : survivals[count - 1];
      long exited = 0;
      for (int kind = 0; kind < CENSORED; kind++) {
        exited += sums[first + kind];
      }
      if (exited > 0) {
        for (int kind = 0; kind < CENSORED; kind++) {
          double earlier = count == 0 ? 0 : incidences[(count - 1) * CENSORED + kind];
          incidences[count * CENSORED + kind] = earlier + before * sums[first + kind] / atRisk;
        }
        ages[count] = age;
        exits[count] = exited;
        risks[count] = atRisk;
        survivals[count++] = before * (1 - (double) exited / atRisk);
      }
      return exited;
    }

    @Override
    public Step get(int step) {
      Map<EntryKind, Double> byKind = new TreeMap<>();
      for (int kind = 0; kind < CENSORED; kind++) {
        double incidence = incidences[Objects.checkIndex(step, count) * CENSORED + kind];
        if (incidence > 0) {
          byKind.put(KINDS.get(kind), incidence);
        }
      }
      return new Step(ages[step], exits[step], risks[step], survivals[step], byKind);
    }

    @Override
    public int size() {
      return count;
    }
  }
}
