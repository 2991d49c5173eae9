package org.omloop.ledger.circulation.flow;

import java.util.Arrays;

/**
 * A circulation in a graph and the potentials that prove it the largest. Which of several largest circulations it is,
 * is no finding.
 *
 * <p>Immutable, unless somebody writes to an array.
 *
 * @param circulating by edge, the part of its weight that goes round, in minor units
 * @param potentials by unit, whole numbers π: with r = 1 + π<sub>i</sub> − π<sub>j</sub> on i → j, an edge that is
 *     not full has r ≤ 0, and one that is not empty has r ≥ 0
 */
public record Certificate(long[] circulating, long[] potentials) {
  /** Returns what circulates, Σ c. */
  public long total() {
    return Arrays.stream(circulating).sum();
  }
}
