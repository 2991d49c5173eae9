package org.omloop.ledger.circulation.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.number.PairSums;

/** The largest circulation, whatever the order of the edges. */
class MaximumCirculationTest {
  private static Certificate solve(HopGraph graph) {
    Certificate certificate = MaximumCirculation.of(graph);
    assertEquals(Optional.empty(), CertificateCheck.fault(graph, certificate));
    return certificate;
  }

  @Test
  void aCycleIsWorthItsNarrowestEdge() {
    HopGraph graph =
        new NamedEdges().add("A", "B", 100).add("B", "C", 50).add("C", "A", 10).graph();
    assertEquals(160, graph.volume());
    assertEquals(70, graph.throughflow());
    assertArrayEquals(new long[] {10, 10, 10}, solve(graph).circulating());
  }

  @Test
  void theLongerCycleIsTakenWherePeelingWouldTakeTheShorter() {
    HopGraph graph = new NamedEdges()
        .add("A", "B", 1)
        .add("B", "C", 1)
        .add("C", "A", 1)
        .add("B", "A", 1)
        .graph();
    assertEquals(3, solve(graph).total());
    assertEquals(3, graph.throughflow());
  }

  @Test
  void nothingGoesRoundInAChainAndAllInACycle() {
    assertEquals(
        0, solve(new NamedEdges().add("A", "B", 5).add("B", "C", 4).graph()).total());
    assertEquals(
        10, solve(new NamedEdges().add("A", "B", 5).add("B", "A", 5).graph()).total());
    assertEquals(0, solve(new NamedEdges().graph()).total());
  }

  @Test
  void partsThatAreNotConnectedAreSolvedEach() {
    HopGraph graph = new NamedEdges()
        .add("A", "B", 5)
        .add("B", "A", 3)
        .add("X", "Y", 7)
        .add("Y", "Z", 7)
        .add("Z", "X", 7)
        .add("P", "Q", 9)
        .graph();
    assertEquals(6 + 21, solve(graph).total());
  }

  @Test
  void edgesThatCancelOutAreNotInTheGraph() {
    HopGraph graph =
        new NamedEdges().add("A", "B", 5).add("B", "A", 3).add("A", "B", -5).graph();
    assertEquals(1, graph.edgeCount());
    assertEquals(List.of("A", "B"), graph.names());
  }

  @Test
  void theLargestAmountsFit() {
    long half = Long.MAX_VALUE / 2;
    HopGraph graph = new NamedEdges().add("A", "B", half).add("B", "A", half).graph();
    assertEquals(half * 2, solve(graph).total());
  }

  /** Every circulation of some 600 small graphs is tried. */
  @Test
  void noCirculationIsLarger() {
    Random random = new Random(15);
    for (int round = 0; round < 600; round++) {
      int units = 2 + random.nextInt(4);
      NamedEdges edges = new NamedEdges();
      for (int edge = 0; edge < 1 + random.nextInt(7); edge++) {
        int from = random.nextInt(units);
        int to = (from + 1 + random.nextInt(units - 1)) % units;
        edges.add("u" + from, "u" + to, 1 + random.nextInt(2));
      }
      HopGraph graph = edges.graph();
      long largest = largest(graph, new long[graph.edgeCount()], 0);
      assertEquals(largest, solve(graph).total());
      assertTrue(largest <= graph.throughflow());
    }
  }

  private static long largest(HopGraph graph, long[] flows, int edge) {
    if (edge == flows.length) {
      long[] balance = new long[graph.unitCount()];
      for (int each = 0; each < flows.length; each++) {
        balance[graph.from()[each]] -= flows[each];
        balance[graph.to()[each]] += flows[each];
      }
      boolean isBalanced = IntStream.range(0, balance.length).allMatch(unit -> balance[unit] == 0);
      return isBalanced
          ? IntStream.range(0, flows.length).mapToLong(each -> flows[each]).sum()
          : -1;
    }
    long best = -1;
    for (long flow = 0; flow <= graph.weights()[edge]; flow++) {
      flows[edge] = flow;
      best = Math.max(best, largest(graph, flows, edge + 1));
    }
    return best;
  }

  @Test
  void theOrderOfTheEdgesChangesNothing() {
    Random random = new Random(30);
    List<int[]> hops = new ArrayList<>();
    for (int hop = 0; hop < 300; hop++) {
      hops.add(new int[] {random.nextInt(30), random.nextInt(30), 1 + random.nextInt(1000)});
    }
    hops.removeIf(hop -> hop[0] == hop[1]);
    HopGraph first = graph(hops);
    Certificate certificate = solve(first);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(hops, random);
      HopGraph shuffled = graph(hops);
      assertEquals(first.names(), shuffled.names());
      assertArrayEquals(certificate.circulating(), solve(shuffled).circulating());
    }
  }

  private static HopGraph graph(List<int[]> hops) {
    NamedEdges edges = new NamedEdges();
    hops.forEach(hop -> edges.add("u" + hop[0], "u" + hop[1], hop[2]));
    return edges.graph();
  }

  @Test
  void fiftyThousandEdgesWithSkewAreSolved() {
    Random random = new Random(50_000);
    int units = 20_000;
    PairSums hops = new PairSums();
    while (hops.size() < 50_000) {
      int from = (int) (units * Math.pow(random.nextDouble(), 3));
      int to = (int) (units * Math.pow(random.nextDouble(), 3));
      if (from != to) {
        hops.add(from, to, 1 + (long) Math.exp(random.nextDouble() * 12));
      }
    }
    List<String> names = IntStream.range(0, units).mapToObj(unit -> "u" + unit).toList();
    HopGraph graph = HopGraph.of(names, hops);
    long total = solve(graph).total();
    assertTrue(total > 0 && total <= graph.throughflow());
  }

  /** A chain of 100,000 units and back: every way is longer than any stack. */
  @Test
  void longWaysAreWalkedInALoop() {
    int units = 100_000;
    PairSums hops = new PairSums();
    for (int unit = 0; unit < units; unit++) {
      hops.add(unit, (unit + 1) % units, unit == 500 ? 3 : 5);
    }
    List<String> names = IntStream.range(0, units).mapToObj(unit -> "u" + unit).toList();
    assertEquals(3L * units, solve(HopGraph.of(names, hops)).total());
  }
}
