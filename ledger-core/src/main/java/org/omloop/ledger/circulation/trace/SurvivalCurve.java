package org.omloop.ledger.circulation.trace;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How much of the money that came in is still inside at each age, and how the rest left. Exits are events, money
 * still inside is censored at the age it has reached; on a tie the event comes first.
 *
 * <p>Money may come under observation late: what was inside before a window began is at risk only from the age that it
 * had then (delayed entry, left truncation). On a tie it comes before the event.
 *
 * <p>Source: Kaplan and Meier 1958 for S; Aalen and Johansen 1978 for the share that left by each kind, so that S and
 * these shares add up to 1 at every age. Weights are minor units. circulation.md, section 5.
 *
 * <p>Not thread-safe.
 *
 * @param <K> the ways of leaving that are told apart, such as kinds of entry or purposes
 */
public final class SurvivalCurve<K> {
  /**
   * One age at which money left.
   *
   * @param age in milliseconds
   * @param exited minor units that left at that age
   * @param atRisk minor units that had not left and were not censored before it
   * @param survival S just after it, 0 … 1
   * @param exits by kind, the cumulative incidence up to and including this age; kinds not seen yet are left out
   */
  public record Step<K>(long age, long exited, long atRisk, double survival, Map<K, Double> exits) {
    public Step {
      exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
    }
  }

  /**
   * The curve at any age, whether or not money left at it.
   *
   * @param age in milliseconds
   * @param atRisk minor units that had not left and were not censored before it
   * @param survival S(age); empty where nothing is at risk, as the curve has stopped
   * @param exits by kind, the cumulative incidence; kinds not seen yet are left out, and all where the curve has stopped
   */
  public record Point<K>(long age, long atRisk, OptionalDouble survival, Map<K, Double> exits) {
    public Point {
      exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
    }
  }

  private final List<K> kinds;
  private final int censored;
  private final int late;
  private final int width;
  // owned by whoever adds; slots is a hash table of positions, 0 for empty and else position + 1;
  // sums holds, for each
  // age, what left by each kind, what is censored and what is at risk only from then on
  private long[] ages = new long[16];
  private long[] sums;
  private int[] slots = new int[64];
  private int size;
  private long total;
  private long totalLate;

  /**
   * Starts without money.
   *
   * @param kinds the ways of leaving, in the order in which steps give them
   */
  public SurvivalCurve(List<K> kinds) {
    this.kinds = List.copyOf(kinds);
    this.censored = kinds.size();
    this.late = censored + 1;
    this.width = late + 1;
    this.sums = new long[16 * width];
  }

  /** Adds money that left at an age. */
  public void exit(long age, K kind, long amount) {
    add(age, Objects.checkIndex(kinds.indexOf(kind), censored), amount);
    total += amount;
  }

  /** Adds money that is still inside at an age. */
  public void open(long age, long amount) {
    add(age, censored, amount);
    total += amount;
  }

  /**
   * Notes that of the money that is added to the curve some is at risk only from an age on; nothing of it may leave
   * before.
   */
  public void late(long age, long amount) {
    add(age, late, amount);
    totalLate += amount;
  }

  /** Returns a step for each age with exits, in order of age; steps are made as they are read. */
  public List<Step<K>> steps() {
    Walk walk = new Walk();
    walk.to(Long.MAX_VALUE);
    return walk.steps;
  }

  /**
   * Reads the curve at some ages.
   *
   * @param sought milliseconds, rising
   */
  public List<Point<K>> at(List<Long> sought) {
    List<Point<K>> points = new ArrayList<>();
    Walk walk = new Walk();
    for (long age : sought) {
      long atRisk = walk.to(age);
      points.add(
          atRisk == 0
              ? new Point<>(age, 0, OptionalDouble.empty(), Map.of())
              : walk.steps.point(age, atRisk));
    }
    return List.copyOf(points);
  }

  /** Goes through the ages in order; ends where nothing is at risk, whatever comes under observation later. */
  private final class Walk {
    private final Steps<K> steps = new Steps<>(kinds, size);
    private final long[] sorted = sortedAges();
    private long atRisk = total - totalLate;
    private int next;

    /** Takes all steps up to an age, and returns how much was at risk at it; 0 where the curve has ended. */
    long to(long age) {
      while (next < size && sorted[next] < age) {
        if (!join()) {
          return 0;
        }
        pass();
      }
      if (next < size && sorted[next] == age) {
        if (!join()) {
          return 0;
        }
        long before = atRisk;
        pass();
        return before;
      }
      return Math.max(0, atRisk);
    }

    /** Money comes under observation; none may have to bridge an age at which nothing was at risk. */
    private boolean join() {
      boolean hasEnded = sorted[next] > 0 && atRisk <= 0;
      if (hasEnded) {
        next = size;
        atRisk = 0;
        return false;
      }
      atRisk += sums[first(sorted[next]) + late];
      return true;
    }

    private void pass() {
      int first = first(sorted[next]);
      atRisk -= steps.add(sorted[next++], atRisk, sums, first) + sums[first + censored];
    }
  }

  private long[] sortedAges() {
    long[] sorted = Arrays.copyOf(ages, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private int first(long age) {
    return (slots[slotOf(age)] - 1) * width;
  }

  /** Returns the same curve, to which other money can be added. */
  public SurvivalCurve<K> copy() {
    SurvivalCurve<K> copy = new SurvivalCurve<>(kinds);
    copy.ages = ages.clone();
    copy.sums = sums.clone();
    copy.slots = slots.clone();
    copy.size = size;
    copy.total = total;
    copy.totalLate = totalLate;
    return copy;
  }

  private void add(long age, int column, long amount) {
    int slot = slotOf(age);
    if (slots[slot] == 0) {
      slots[slot] = append(age) + 1;
    }
    sums[(slots[slot] - 1) * width + column] += amount;
    if (size * 2L > slots.length) {
      growSlots();
    }
  }

  private int append(long age) {
    if (size == ages.length) {
      ages = Arrays.copyOf(ages, size * 2);
      sums = Arrays.copyOf(sums, Math.multiplyExact(size * 2, width));
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
  private static final class Steps<K> extends AbstractList<Step<K>> {
    private final List<K> kinds;
    private final long[] ages;
    private final long[] exits;
    private final long[] risks;
    private final double[] survivals;
    private final double[] incidences;
    private int count;

    Steps(List<K> kinds, int most) {
      this.kinds = kinds;
      ages = new long[most];
      exits = new long[most];
      risks = new long[most];
      survivals = new double[most];
      incidences = new double[Math.multiplyExact(most, kinds.size())];
    }

    /** Adds a step if anything left at an age, and returns how much. */
    long add(long age, long watched, long[] sums, int first) {
      double before = count == 0 ? 1 : survivals[count - 1];
      long exited = 0;
      for (int kind = 0; kind < kinds.size(); kind++) {
        exited += sums[first + kind];
      }
      // The mean age of merged lots moves by days when they come together: what leaves was at risk.
      long atRisk = Math.max(watched, exited);
      if (exited > 0) {
        for (int kind = 0; kind < kinds.size(); kind++) {
          double earlier = count == 0 ? 0 : incidences[(count - 1) * kinds.size() + kind];
          incidences[count * kinds.size() + kind] = earlier + before * sums[first + kind] / atRisk;
        }
        ages[count] = age;
        exits[count] = exited;
        risks[count] = atRisk;
        survivals[count++] = before * (1 - (double) exited / atRisk);
      }
      return exited;
    }

    @Override
    public Step<K> get(int step) {
      return new Step<>(
          ages[Objects.checkIndex(step, count)],
          exits[step],
          risks[step],
          survivals[step],
          byKind(step));
    }

    /** Returns the curve after the last step so far. */
    Point<K> point(long age, long atRisk) {
      return count == 0
          ? new Point<>(age, atRisk, OptionalDouble.of(1), Map.of())
          : new Point<>(age, atRisk, OptionalDouble.of(survivals[count - 1]), byKind(count - 1));
    }

    private Map<K, Double> byKind(int step) {
      Map<K, Double> byKind = new LinkedHashMap<>();
      for (int kind = 0; kind < kinds.size(); kind++) {
        double incidence = incidences[step * kinds.size() + kind];
        if (incidence > 0) {
          byKind.put(kinds.get(kind), incidence);
        }
      }
      return byKind;
    }

    @Override
    public int size() {
      return count;
    }
  }
}
