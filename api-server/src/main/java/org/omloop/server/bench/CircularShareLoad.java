package org.omloop.server.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.CertificateCheck;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.flow.MaximumCirculation;
import org.omloop.ledger.circulation.number.PairSums;

/** What it takes to find the maximum circulation of a skewed graph and to check its certificate (quality.md, P9). */
final class CircularShareLoad {
  private static final double NANOS = 1e9;
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  /** One graph; seconds are of processor time, so that what else runs counts less. */
  record Measured(
      int edges, int units, double solvingSeconds, double checkingSeconds, double share) {}

  private CircularShareLoad() {}

  /** Measures once; throws {@link IllegalStateException} for a certificate that proves nothing. */
  static Measured measure(int edges) {
    HopGraph graph = graph(edges);
    long start = PROCESSOR.getCurrentThreadCpuTime();
    Certificate certificate = MaximumCirculation.of(graph);
    long solved = PROCESSOR.getCurrentThreadCpuTime();
    Optional<String> fault = CertificateCheck.fault(graph, certificate);
    long checked = PROCESSOR.getCurrentThreadCpuTime();
    if (fault.isPresent()) {
      throw new IllegalStateException(fault.get());
    }
    return new Measured(
        edges,
        graph.unitCount(),
        (solved - start) / NANOS,
        (checked - solved) / NANOS,
        certificate.total() / (double) graph.volume());
  }

  private static HopGraph graph(int edges) {
    SplittableRandom random = new SplittableRandom(edges);
    int units = Math.max(2, edges * 2 / 5);
    PairSums hops = new PairSums();
    while (hops.size() < edges) {
      int from = skewed(random, units);
      int to = skewed(random, units);
      if (from != to) {
        hops.add(from, to, 1 + (long) Math.exp(random.nextDouble() * 14));
      }
    }
    List<String> names = IntStream.range(0, units).mapToObj(unit -> "u" + unit).toList();
    return HopGraph.of(names, hops);
  }

  private static int skewed(SplittableRandom random, int units) {
    return (int) (units * Math.pow(random.nextDouble(), 3));
  }
}
