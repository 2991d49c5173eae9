package org.omloop.server.http.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.server.circulation.Edition;
import org.omloop.server.circulation.ReportFile;

/** The catalogue of open data, held against the shapes of DCAT-AP-NL 3.0 by a validator that is not ours. */
class DataCatalogueIT {
  private static final Path SHAPES = Path.of("../../shared/schemas/dcat-ap-nl-SHACL.ttl");
  private static final String REPORT = """
      {"format": "omloop-report/1", "version": 1, "tier": "public",
       "circuit": {"origin": "a.example/b", "name": "Kring Oost", "unit": "euro", "scale": 2},
       "period": {"id": "2026-Q3", "from": "2026-07-01T00:00:00Z", "until": "2026-10-01T00:00:00Z"},
       "journal": {"size": 12, "root": "cm9vdA=="},
       "tables": [{"id": "closing", "title": {"nl": "Sluit het?", "en": "Does it close?"},
        "indicators": ["C1"], "note": null,
        "columns": [{"id": "item", "name": {"nl": "Post", "en": "Item"}, "kind": "word"}],
        "rows": [["opening"]]}]}
      """;

  private static Shapes shapes;

  @BeforeAll
  static void readShapes() {
    assumeTrue(Files.exists(SHAPES), "SKIPPED: " + SHAPES + " is not here");
    shapes = Shapes.parse(RDFDataMgr.loadGraph(SHAPES.toString()));
  }

  @Test
  void anEditionsTablesAreDataSetsWithFiles() {
    DataCatalogue catalogue = new DataCatalogue("https://oost.example");
    ReportFile report = ReportFile.read(REPORT);
    catalogue.add(
        new Edition(Period.quarter(2026, 3), Tier.PUBLIC, 1, 12, 1, 1_790_000_000, report.sha256()),
        report);
    assertEquals(List.of(), complaints(catalogue.json()));
  }

  @Test
  void beforeAnyPeriodIsOverThereIsACatalogueToo() {
    DataCatalogue catalogue = new DataCatalogue("http://127.0.0.1:8080");
    catalogue.add(ReportFile.read(REPORT));
    assertEquals(List.of(), complaints(catalogue.json()));
  }

  @Test
  void theShapesFindWhatIsMissing() {
    DataCatalogue catalogue = new DataCatalogue("https://oost.example");
    catalogue.add(ReportFile.read(REPORT));
    JsonObject json = catalogue.json();
    json.getJsonArray("dcat:dataset").getJsonObject(0).remove("dct:creator");
    assertFalse(complaints(json).isEmpty());
  }

  private static List<String> complaints(JsonObject catalogue) {
    Graph data = RDFParser.fromString(catalogue.encode(), Lang.JSONLD).toGraph();
    return ShaclValidator.get().validate(shapes, data).getEntries().stream()
        .map(each -> each.focusNode() + " " + each.resultPath() + ": " + each.message())
        .toList();
  }
}
