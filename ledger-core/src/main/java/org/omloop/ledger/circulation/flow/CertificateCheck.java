package org.omloop.ledger.circulation.flow;

import java.util.Optional;

/**
 * Checks in one pass that a certificate is right: then no circulation c′ is larger, as Σ c′ = Σ c′·r ≤ Σ w·max(0, r) =
 * Σ c. It shares no code with the solver.
 */
public final class CertificateCheck {
  private CertificateCheck() {}

  /** Returns the first thing that is wrong; empty when all holds. */
  public static Optional<String> fault(HopGraph graph, Certificate certificate) {
    long[] balance = new long[graph.unitCount()];
    long bound = 0;
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      int from = graph.from()[edge];
      int to = graph.to()[edge];
      long weight = graph.weights()[edge];
      long flow = certificate.circulating()[edge];
      long r =
          Math.subtractExact(certificate.potentials()[from] + 1, certificate.potentials()[to]);
      if (flow < 0 || flow > weight) {
        return Optional.of("edge " + edge + " carries " + flow + " of " + weight);
      }
      if (flow < weight && r > 0 || flow > 0 && r < 0) {
        return Optional.of("edge " + edge + " carries " + flow + " of " + weight + " at r = " + r);
      }
      balance[from] -= flow;
      balance[to] += flow;
      bound = Math.addExact(bound, Math.multiplyExact(weight, Math.max(0, r)));
    }
    for (int unit = 0; unit < balance.length; unit++) {
      if (balance[unit] != 0) {
        return Optional.of("unit " + unit + " keeps " + balance[unit]);
      }
    }
    return bound == certificate.total()
        ? Optional.empty()
        : Optional.of(certificate.total() + " circulates and the bound is " + bound);
  }
}
