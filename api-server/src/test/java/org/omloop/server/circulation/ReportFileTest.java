package org.omloop.server.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a report that was handed out. */
class ReportFileTest {
  private static final String REPORT = """
      {"format": "omloop-report/1", "version": 1, "tier": "public",
       "circuit": {"origin": "a.example/b", "name": "B", "unit": "euro", "scale": 2},
       "period": {"id": "2026-Q4", "from": "2026-10-01T00:00:00Z", "until": "2027-01-01T00:00:00Z"},
       "journal": {"size": 12, "root": "cm9vdA=="},
       "tables": [{"id": "programmes", "title": {"nl": "P", "en": "P"}, "indicators": [], "note": null,
        "columns": [
         {"id": "programme", "name": {"nl": "P", "en": "P"}, "kind": "name"},
         {"id": "rule", "name": {"nl": "R", "en": "R"}, "kind": "word"},
         {"id": "granted", "name": {"nl": "G", "en": "G"}, "kind": "amount"},
         {"id": "share", "name": {"nl": "S", "en": "S"}, "kind": "share"}],
        "rows": [["Zorg, \\"dichtbij\\"", "fifo", 1250, 0.000001], ["=1+1", "fifo", "x", "x"],
         ["x", "lifo", -5, null]]}]}
      """;

  @Test
  void csvHasDecimalsAndHidesWhatIsHidden() {
    assertEquals(
        "programme,rule,granted,share\r\n"
            + "\"Zorg, \"\"dichtbij\"\"\",fifo,12.50,0.000001\r\n"
            + "'=1+1,fifo,x,x\r\n"
            + "x,lifo,-0.05,.\r\n",
        ReportFile.read(REPORT).csv("programmes").orElseThrow());
  }

  @Test
  void aLineIsNamedByItsWordsAndNoFigure() {
    ReportFile file = ReportFile.read(REPORT);
    assertEquals(Optional.of(List.of("=1+1", "fifo")), file.words("programmes", 1));
    assertEquals(Optional.empty(), file.words("programmes", 3));
    assertEquals(Optional.empty(), file.words("others", 0));
  }

  @Test
  void whatIsNoReportIsRefused() {
    for (String text : List.of(
        "",
        "[]",
        "{}",
        REPORT.replace("report/1", "report/2"),
        REPORT.replace("2026-Q4", "2026-Q5"),
        REPORT.replace("\"share\"}", "\"other\"}"))) {
      assertThrows(IllegalArgumentException.class, () -> ReportFile.read(text), text);
    }
  }
}
