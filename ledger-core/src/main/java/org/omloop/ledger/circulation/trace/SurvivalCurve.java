package org.omloop.ledger.circulation.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

  private static final class Age {
    private final SortedMap<EntryKind, Long> exits = new TreeMap<>();
    private long censored;
  }

  // owned by whoever adds
  private final SortedMap<Long, Age> ages = new TreeMap<>();
  private long total;

  /** Adds money that left at an age. */
  public void exit(long age, EntryKind kind, long amount) {
    at(age).exits.merge(kind, amount, Long::sum);
    total += amount;
  }

  /** Adds money that is still inside at an age. */
  public void open(long age, long amount) {
    at(age).censored += amount;
    total += amount;
  }

  /** Returns a step for each age with exits, in order of age. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    SortedMap<EntryKind, Double> incidence = new TreeMap<>();
    double survival = 1;
    long atRisk = total;
    for (Map.Entry<Long, Age> each : ages.entrySet()) {
      Age age = each.getValue();
      long exited = 0;
      for (Map.Entry<EntryKind, Long> exit : age.exits.entrySet()) {
        exited += exit.getValue();
        incidence.merge(exit.getKey(), survival * exit.getValue() / atRisk, Double::sum);
      }
      if (exited > 0) {
        survival *= 1 - (double) exited / atRisk;
        steps.add(new Step(each.getKey(), exited, atRisk, survival, incidence));
      }
      atRisk -= exited + age.censored;
    }
    return List.copyOf(steps);
  }

  /** Returns the same curve, to which other money can be added. */
  SurvivalCurve copy() {
    SurvivalCurve copy = new SurvivalCurve();
    ages.forEach((age, each) -> {
      each.exits.forEach((kind, amount) -> copy.exit(age, kind, amount));
      copy.open(age, each.censored);
    });
    return copy;
  }

  private Age at(long age) {
    return ages.computeIfAbsent(age, added -> new Age());
  }
}
