package org.omloop.ledger.circulation.flow;

import java.util.Arrays;

/**
 * The network in which the part of each edge is found that does not go round. Arc 2e removes more of edge e at cost 1,
 * arc 2e + 1 puts some of it back at cost −1.
 *
 * <p>Invariant: an arc with capacity left has a reduced cost, cost + π<sub>tail</sub> − π<sub>head</sub>, that is not
 * negative; so what has been sent so far cannot be sent for less.
 *
 * <p>Not thread-safe; solves one graph.
 */
final class ResidualNetwork {
  private static final int NONE = -1;

  private final HopGraph graph;
  private final int units;
  private final int[] heads;
  private final int[] firstArcs;
  private final int[] arcs;
  // owned by the solver
  private final long[] capacities;
  private final long[] surplus;
  private final long[] potentials;
  private final int[] distances;
  private final int[] levels;
  private final int[] currentArcs;
  private final int[] queue;
  private final int[] way;

  ResidualNetwork(HopGraph graph) {
    this.graph = graph;
    this.units = graph.unitCount();
    int arcCount = graph.edgeCount() * 2;
    heads = new int[arcCount];
    capacities = new long[arcCount];
    surplus = new long[units];
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      heads[edge * 2] = graph.to()[edge];
      heads[edge * 2 + 1] = graph.from()[edge];
      capacities[edge * 2] = graph.weights()[edge];
      surplus[graph.from()[edge]] += graph.weights()[edge];
      surplus[graph.to()[edge]] -= graph.weights()[edge];
    }
    firstArcs = new int[units + 1];
    arcs = arcsByTail(arcCount);
    potentials = new long[units];
    distances = new int[units];
    levels = new int[units];
    currentArcs = new int[units];
    queue = new int[units];
    way = new int[units];
  }

  /**
   * Raises each potential by the unit's distance from those with a surplus, in reduced costs; units that cannot be
   * reached by the largest distance found. Returns whether anything is left to send.
   */
  boolean reprice() {
    Buckets buckets = new Buckets(units);
    Arrays.fill(distances, Integer.MAX_VALUE);
    boolean isLeft = false;
    for (int unit = 0; unit < units; unit++) {
      if (surplus[unit] > 0) {
        distances[unit] = 0;
        buckets.add(unit, 0);
        isLeft = true;
      }
    }
    if (!isLeft) {
      return false;
    }
    int farthest = 0;
    for (int unit = buckets.next(); unit != NONE; unit = buckets.next()) {
      if (buckets.distance() == distances[unit] && !buckets.isSettled(unit)) {
        buckets.settle(unit);
        farthest = distances[unit];
        relax(unit, buckets);
      }
    }
    for (int unit = 0; unit < units; unit++) {
      potentials[unit] += Math.min(distances[unit], farthest);
    }
    return true;
  }

  /** Sends as much as arcs of reduced cost zero can carry from units with a surplus to those with a deficit. */
  void send() {
    while (layer()) {
      System.arraycopy(firstArcs, 0, currentArcs, 0, units);
      for (int unit = 0; unit < units; unit++) {
        while (surplus[unit] > 0 && sendFrom(unit)) {
          // one way after another, until this unit has no more
        }
      }
    }
  }

  /** Returns what goes round: what is not removed, with the distances as proof. */
  Certificate certificate() {
    long[] circulating = new long[graph.edgeCount()];
    for (int edge = 0; edge < circulating.length; edge++) {
      // What can still be removed has not been.
      circulating[edge] = capacities[edge * 2];
    }
    return new Certificate(circulating, potentials.clone());
  }

  private void relax(int unit, Buckets buckets) {
    for (int place = firstArcs[unit]; place < firstArcs[unit + 1]; place++) {
      int arc = arcs[place];
      if (capacities[arc] > 0) {
        int head = heads[arc];
        int distance = Math.addExact(distances[unit], Math.toIntExact(reducedCost(unit, arc)));
        if (distance < distances[head]) {
          distances[head] = distance;
          buckets.add(head, distance);
        }
      }
    }
  }

  /** Counts steps from units with a surplus along arcs of reduced cost zero; false when no deficit is reached. */
  private boolean layer() {
    Arrays.fill(levels, NONE);
    int end = 0;
    for (int unit = 0; unit < units; unit++) {
      if (surplus[unit] > 0) {
        levels[unit] = 0;
        queue[end++] = unit;
      }
    }
    boolean reachesDeficit = false;
    for (int at = 0; at < end; at++) {
      int unit = queue[at];
      reachesDeficit |= surplus[unit] < 0;
      for (int place = firstArcs[unit]; place < firstArcs[unit + 1]; place++) {
        int arc = arcs[place];
        int head = heads[arc];
        if (levels[head] == NONE && capacities[arc] > 0 && reducedCost(unit, arc) == 0) {
          levels[head] = levels[unit] + 1;
          queue[end++] = head;
        }
      }
    }
    return reachesDeficit;
  }

  /** Sends along one way that goes up a level at each step; false when there is none left from this unit. */
  private boolean sendFrom(int source) {
    int depth = 0;
    int unit = source;
    while (surplus[unit] >= 0) {
      int arc = nextArc(unit);
      if (arc != NONE) {
        way[depth++] = arc;
        unit = heads[arc];
      } else if (depth == 0) {
        return false;
      } else {
        // A dead end: step back, and never take that arc again at these levels.
        unit = heads[way[--depth] ^ 1];
        currentArcs[unit]++;
      }
    }
    long amount = Math.min(surplus[source], -surplus[unit]);
    for (int step = 0; step < depth; step++) {
      amount = Math.min(amount, capacities[way[step]]);
    }
    for (int step = 0; step < depth; step++) {
      capacities[way[step]] -= amount;
      capacities[way[step] ^ 1] += amount;
    }
    surplus[source] -= amount;
    surplus[unit] += amount;
    return true;
  }

  private int nextArc(int unit) {
    for (; currentArcs[unit] < firstArcs[unit + 1]; currentArcs[unit]++) {
      int arc = arcs[currentArcs[unit]];
      if (capacities[arc] > 0
          && levels[heads[arc]] == levels[unit] + 1
          && reducedCost(unit, arc) == 0) {
        return arc;
      }
    }
    return NONE;
  }

  private long reducedCost(int tail, int arc) {
    int cost = (arc & 1) == 0 ? 1 : -1;
    return cost + potentials[tail] - potentials[heads[arc]];
  }

  private int[] arcsByTail(int arcCount) {
    for (int arc = 0; arc < arcCount; arc++) {
      firstArcs[heads[arc ^ 1] + 1]++;
    }
    for (int unit = 0; unit < units; unit++) {
      firstArcs[unit + 1] += firstArcs[unit];
    }
    int[] next = Arrays.copyOf(firstArcs, units);
    int[] sorted = new int[arcCount];
    for (int arc = 0; arc < arcCount; arc++) {
      sorted[next[heads[arc ^ 1]]++] = arc;
    }
    return sorted;
  }
}
