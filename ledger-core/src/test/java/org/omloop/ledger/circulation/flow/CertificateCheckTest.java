package org.omloop.ledger.circulation.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A wrong certificate is found, whatever is wrong with it. */
class CertificateCheckTest {
  private static final HopGraph GRAPH =
      new NamedEdges().add("A", "B", 100).add("B", "C", 50).add("C", "A", 10).graph();

  private static String fault(long[] circulating, long... potentials) {
    return CertificateCheck.fault(GRAPH, new Certificate(circulating, potentials))
        .orElse("none");
  }

  @Test
  void theOneWrittenByHandHolds() {
    assertEquals(
        Optional.empty(),
        CertificateCheck.fault(
            GRAPH, new Certificate(new long[] {10, 10, 10}, new long[] {0, 1, 2})));
  }

  @Test
  void anEdgeCarriesNoMoreThanItsWeightAndNoLessThanNothing() {
    assertEquals("edge 2 carries 11 of 10", fault(new long[] {11, 11, 11}, 0, 1, 2));
    assertEquals("edge 0 carries -1 of 100", fault(new long[] {-1, -1, -1}, 0, 1, 2));
  }

  @Test
  void aSmallerCirculationHasNoProof() {
    assertEquals("edge 2 carries 9 of 10 at r = 3", fault(new long[] {9, 9, 9}, 0, 1, 2));
    assertEquals("edge 0 carries 0 of 100 at r = 1", fault(new long[] {0, 0, 0}, 0, 0, 0));
  }

  @Test
  void whatComesInGoesOut() {
    assertEquals("unit 0 keeps -1", fault(new long[] {11, 10, 10}, 0, 1, 2));
  }

  @Test
  void potentialsAreHeldToTheEdgesThatCarry() {
    assertEquals("edge 0 carries 10 of 100 at r = -1", fault(new long[] {10, 10, 10}, 0, 2, 3));
  }
}
