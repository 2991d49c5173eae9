package org.omloop.server.council;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omloop.ledger.circulation.catalogue.Catalogue;
import org.omloop.ledger.circulation.catalogue.Indicator;
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
        "formula", Cell.code(paper.text().inLanguage(indicator.formula())),
        "pitfall", Cell.code(paper.text().inLanguage(indicator.pitfall()))));
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
        (limits() + " " + String.join(" ", Notes.shared(report))).strip(),
        new Grid(List.of(), List.of()));
  }

  /** By which limits figures are shown; nothing of a report that was made by none. */
  private String limits() {
    return paper
        .report()
        .thresholds()
        .map(limits -> Stream.of(
                "lead", "units", "largest", "protection", "room", "rounding", "curves", "policy")
            .map(line -> paper.say("thresholds." + line, limits(limits)))
            .collect(Collectors.joining(" ")))
        .orElse("");
  }

  private Map<String, String> limits(JsonObject limits) {
    Map<String, String> values = new HashMap<>();
    limits.forEach(limit -> values.put(limit.getKey(), String.valueOf(limit.getValue())));
    values.put("amountStep", paper.text().amount(BigDecimal.valueOf(limits.getLong("amountStep"))));
    return values;
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
