package org.omloop.ledger.circulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.CertificateCheck;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.flow.MaximumCirculation;
import org.omloop.ledger.circulation.number.PairSums;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to find the maximum circulation of a skewed graph, and to check its certificate. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CircularShareBenchmark {
  @Param({"50000", "95000"})
  public int edges;

  private HopGraph graph = graph(1);

  @Setup
  public void play() {
    graph = graph(edges);
  }

  @Benchmark
  public Certificate solveAndCheck() {
    Certificate certificate = MaximumCirculation.of(graph);
    Optional<String> fault = CertificateCheck.fault(graph, certificate);
    if (fault.isPresent()) {
      throw new IllegalStateException(fault.get());
    }
    return certificate;
  }

  private static HopGraph graph(int edges) {
    SplittableRandom random = new SplittableRandom(edges);
    int units = Math.max(2, edges * 2 / 5);
    PairSums hops = new PairSums();
    while (hops.size() < edges) {
      int from = (int) (units * Math.pow(random.nextDouble(), 3));
      int to = (int) (units * Math.pow(random.nextDouble(), 3));
      if (from != to) {
        hops.add(from, to, 1 + (long) Math.exp(random.nextDouble() * 14));
      }
    }
    List<String> names = IntStream.range(0, units).mapToObj(unit -> "u" + unit).toList();
    return HopGraph.of(names, hops);
  }
}
