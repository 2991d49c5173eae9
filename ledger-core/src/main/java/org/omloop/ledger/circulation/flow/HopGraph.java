package org.omloop.ledger.circulation.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.number.PairSums;

/**
 * Units and what passed between them: edges with a positive weight in minor units, sorted by the names of payer and
 * payee, code point by code point; no two edges between the same units in the same direction.
 *
 * <p>Immutable, unless somebody writes to an array.
 *
 * @param names the names of all units with an edge, sorted, no two alike
 * @param from by edge, the unit that paid
 * @param to by edge, the unit that was paid
 * @param weights by edge, minor units; their sum is at most 2<sup>63</sup>−1
 */
public record HopGraph(List<String> names, int[] from, int[] to, long[] weights) {
  private record Hop(String payer, String payee, long weight) {}

  /** Checks weights and their sum; throws {@link ArithmeticException} where the sum does not fit. */
  public HopGraph {
    names = List.copyOf(names);
    long sum = 0;
    for (long weight : weights) {
      if (weight <= 0) {
        throw new IllegalArgumentException("an edge has weight " + weight);
      }
      sum = Math.addExact(sum, weight);
    }
  }

  /**
   * Makes the graph of sums by pair of units; pairs at zero and units without a pair are left out. Equal sums under
   * equal names give equal graphs, in whatever order they were added.
   */
  public static HopGraph of(List<String> names, PairSums hops) {
    List<Hop> edges = new ArrayList<>();
    SortedSet<String> used = new TreeSet<>(CodePoints::compare);
    hops.forEach((payer, payee, weight) -> {
      if (weight != 0) {
        edges.add(new Hop(names.get(payer), names.get(payee), weight));
        used.add(names.get(payer));
        used.add(names.get(payee));
      }
    });
    edges.sort(Comparator.comparing(Hop::payer, CodePoints::compare)
        .thenComparing(Hop::payee, CodePoints::compare));
    List<String> sorted = List.copyOf(used);
    Map<String, Integer> numbers = new HashMap<>();
    sorted.forEach(name -> numbers.put(name, numbers.size()));
    return new HopGraph(
        sorted,
        edges.stream().mapToInt(hop -> numbers.getOrDefault(hop.payer(), -1)).toArray(),
        edges.stream().mapToInt(hop -> numbers.getOrDefault(hop.payee(), -1)).toArray(),
        edges.stream().mapToLong(Hop::weight).toArray());
  }

  public int edgeCount() {
    return weights.length;
  }

  public int unitCount() {
    return names.size();
  }

  /** Returns the sum of all weights. */
  public long volume() {
    return Arrays.stream(weights).sum();
  }

  /** Returns Σ min(in, out) over units: no circulation is larger. */
  public long throughflow() {
    long[] in = new long[unitCount()];
    long[] out = new long[unitCount()];
    for (int edge = 0; edge < edgeCount(); edge++) {
      out[from[edge]] += weights[edge];
      in[to[edge]] += weights[edge];
    }
    return IntStream.range(0, unitCount())
        .mapToLong(unit -> Math.min(in[unit], out[unit]))
        .sum();
  }
}
