package org.omloop.ledger.circulation.flow;

/**
 * Finds the maximum circulation by removing as little as possible. What is removed, f = w − c, is a minimum-cost flow
 * with unit costs from units that paid more than they were paid to those that were paid more.
 *
 * <p>Source: the primal-dual method (Ahuja, Magnanti and Orlin, Network Flows, 1993, section 9.8). Each phase finds
 * the distances of all units from those with money left to send ({@link ResidualNetwork#reprice}), and then sends all
 * that can go along shortest ways by blocking flows after Dinic ({@link ResidualNetwork#send}). The summed distances
 * are the potentials.
 */
public final class MaximumCirculation {
  private MaximumCirculation() {}

  /** Solves a graph; equal graphs get equal certificates. */
  public static Certificate of(HopGraph graph) {
    ResidualNetwork network = new ResidualNetwork(graph);
    while (network.reprice()) {
      network.send();
    }
    return network.certificate();
  }
}
