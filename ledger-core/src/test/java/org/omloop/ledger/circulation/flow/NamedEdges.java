package org.omloop.ledger.circulation.flow;

import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.circulation.number.PairSums;

/** Graphs given by names in a test. */
public final class NamedEdges {
  private final List<String> names = new ArrayList<>();
  private final PairSums hops = new PairSums();

  /** Adds an edge, or weight to the one that is there. */
  public NamedEdges add(String from, String to, long weight) {
    hops.add(number(from), number(to), weight);
    return this;
  }

  public HopGraph graph() {
    return HopGraph.of(names, hops);
  }

  private int number(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }
}
