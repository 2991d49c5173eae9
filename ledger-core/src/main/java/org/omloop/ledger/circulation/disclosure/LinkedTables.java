package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All public tables that are made from the same rows: their figures, how figures add up to others, and the rows. They
 * are decided together, because each tells of the others (docs/adr/0036). Figures are added first, then rows.
 *
 * <p>Not thread-safe.
 */
public final class LinkedTables {
  /** Stands for the side of a row where no unit of the circuit is. */
  public static final int NOBODY = -1;

  /** A figure and figures that it is the sum of, with or without a rest that no table shows. */
  record Family(int whole, List<Integer> parts) {}

  private final List<PublicSum> sums = new ArrayList<>();
  private final Map<Place, Integer> numbers = new HashMap<>();
  private final List<Family> families = new ArrayList<>();
  private final Groupings groupings = new Groupings();

  /**
   * Adds a figure and returns its number, from 0.
   *
   * @throws IllegalArgumentException when another figure stands there
   */
  public int add(PublicSum sum) {
    if (numbers.putIfAbsent(sum.place(), sums.size()) != null) {
      throw new IllegalArgumentException("two figures at " + sum.place());
    }
    sums.add(sum);
    return sums.size() - 1;
  }

  /** Returns the number of the figure at a place; −1 where there is none. */
  public int number(Place place) {
    return numbers.getOrDefault(place, -1);
  }

  /** Says that no row of a figure is in two of some others, and that all rows of these are in it. */
  public void addUp(int whole, Collection<Integer> parts) {
    families.add(new Family(whole, List.copyOf(parts)));
  }

  /**
   * Adds a row.
   *
   * @param in the numbers of the figures that it is in
   * @param payer a number of the unit, or {@link #NOBODY}
   * @param payee a number of the unit, or {@link #NOBODY}
   * @param amount minor units; below zero for money given back, which lessens what was paid
   */
  public void book(BitSet in, int payer, int payee, long amount) {
    groupings.add(in, payer, payee, amount);
  }

  /**
   * Decides which figures are shown. The same figures, rows and order give the same answer on every machine.
   *
   * @throws IllegalStateException when figures do not add up as was said
   */
  public DecidedTables decide(Thresholds thresholds) {
    LinkedRelease release =
        new LinkedRelease(List.copyOf(sums), List.copyOf(families), groupings, thresholds);
    return new DecidedTables(sums, numbers, release.decide(), thresholds);
  }
}
