package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.CertificateCheck;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.flow.MaximumCirculation;
import org.omloop.ledger.circulation.flow.NamedEdges;
import org.omloop.ledger.circulation.number.SixDecimals;

/** The shared vectors of the maximum circulation, in every order of the edges. */
class MaximumCirculationVectorsTest {
  private static final Path FILE = Path.of("../../shared/vectors/circulation/max_circulation.json");

  @Test
  void vectorsAreReproduced() throws IOException {
    assumeTrue(Files.exists(FILE), "SKIPPED: no circulation vectors at " + FILE.toAbsolutePath());
    Json vectors = Json.parse(Files.readString(FILE));
    Random random = new Random(67);
    for (String name : vectors.names()) {
      Json vector = vectors.at(name);
      List<Json> edges = new ArrayList<>(vector.at("edges").list());
      for (int round = 0; round < 20; round++) {
        Collections.shuffle(edges, random);
        assertVector(vector, edges);
      }
    }
  }

  private static void assertVector(Json vector, List<Json> edges) {
    NamedEdges named = new NamedEdges();
    edges.forEach(
        edge -> named.add(edge.item(0).text(), edge.item(1).text(), edge.item(2).integer()));
    HopGraph graph = named.graph();
    Certificate certificate = MaximumCirculation.of(graph);
    assertEquals(Optional.empty(), CertificateCheck.fault(graph, certificate));
    assertEquals(vector.at("max_circulation").integer(), certificate.total());
    assertEquals(vector.at("volume").integer(), graph.volume());
    assertEquals(vector.at("net_internal_debt").integer(), graph.volume() - graph.throughflow());
    BigDecimal share = SixDecimals.ratio(certificate.total(), graph.volume()).orElseThrow();
    assertEquals(0, vector.at("ratio").number().compareTo(share));
  }
}
