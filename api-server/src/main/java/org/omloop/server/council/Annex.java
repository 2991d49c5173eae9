package org.omloop.server.council;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omloop.ledger.circulation.catalogue.Catalogue;
import org.omloop.ledger.circulation.catalogue.Indicator;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.server.council.Grid.Column;
import org.omloop.server.council.ReportTable.Row;

/** What stands behind the tables: what is hidden, and how the headline's figures are measured. */
record Annex(Paper paper) {
  /** Says by which formulas the headline's figures were worked out, and where each misleads. */
  Part measures() {
    List<Row> rows = Tiles.EIGHT.stream()
        .flatMap(id -> Catalogue.find(id).stream())
        .map(this::measure)
        .toList();
    Grid grid = new Grid(
        List.of(
            Column.words(
                paper.report().table("headline").name("indicator"), 150, row -> row.word("name")),
            Column.words(paper.say("city.formula"), 165, row -> row.word("formula")),
            Column.words(paper.say("city.pitfall"), 192, row -> row.word("pitfall"))),
        rows);
    return new TablePart(paper, paper.say("paper.measures"), "", "", grid);
  }

  private Row measure(Indicator indicator) {
    return new Row(Map.of(
        "name", Cell.code(indicator.id() + "  " + paper.text().indicatorName(indicator.id())),
        "formula", Cell.code(text(indicator.formula())),
        "pitfall", Cell.code(text(indicator.pitfall()))));
  }

  private String text(Text text) {
    return paper.words().language().equals("nl") ? text.nl() : text.en();
  }

  /** How much each table withholds, and what many tables say of it. */
  Part hidden() {
    PaperReport report = paper.report();
    String summary = report.hidden() == 0
        ? paper.say("paper.hidden-nothing")
        : paper.say(
                "not-said.hidden",
                Map.of(
                    "hidden", paper.text().count(report.hidden()),
                    "all", paper.text().count(report.figures())))
            + " "
            + report.withHidden().stream().map(this::hiddenOf).collect(Collectors.joining(" · "));
    return new TablePart(
        paper,
        paper.say("paper.hidden"),
        summary,
        String.join(" ", Notes.shared(report)),
        new Grid(List.of(), List.of()));
  }

  private String hiddenOf(ReportTable table) {
    return paper.say(
        "paper.hidden-of",
        Map.of(
            "table", table.title(),
            "hidden", paper.text().count(table.hidden()),
            "all", paper.text().count(table.count())));
  }
}
