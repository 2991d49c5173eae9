package org.omloop.server.council;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.server.council.ReportTable.Row;

/** What a table says in a sentence or two, as the municipality's page does. Nothing is said of what is hidden or cannot be told. */
final class Sayings {
  static final List<String> RULES = List.of("fifo", "lifo", "mixed");
  private static final BigDecimal HALF_A_YEAR = BigDecimal.valueOf(180);

  private final PaperWords words;
  private final CellText text;

  Sayings(CellText text) {
    this.text = text;
    this.words = text.words();
  }

  /** Returns the sentence on a table; empty where there is nothing to say. */
  String of(ReportTable table) {
    if (table.rows().isEmpty()) {
      return "";
    }
    return switch (table.id()) {
      case "one-euro" -> oneEuro(table);
      case "retention" -> retention(table);
      case "flow" -> flow(table);
      case "exits", "missing-suppliers" ->
        largest(table, "amount", table.id().equals("exits") ? "purpose" : "sector");
      case "sectors" -> largest(table, "redeemed_share", "sector");
      case "areas" -> largest(table, "own_share", "area");
      case "roles" -> largest(table, "share", "role");
      case "provisions" ->
        sum(table.rows(), "share")
            .map(share -> words.text("summary.provisions", "share", text.share(share)))
            .orElse("");
      case "distribution" -> distribution(table);
      case "fund" -> fund(table);
      case "programmes" ->
        words.text(
            "summary.programmes",
            "count",
            Integer.toString(table.words("programme").size()));
      case "schemes" -> schemes(table);
      case "quality" -> words.text("summary.quality");
      default -> "";
    };
  }

  private String schemes(ReportTable table) {
    String others = words.text("summary.schemes");
    return table.where("scheme", "baseline").isEmpty()
        ? others + " " + words.text("summary.no-baseline")
        : others;
  }

  private static Optional<BigDecimal> sum(List<Row> rows, String column) {
    List<BigDecimal> known =
        rows.stream().flatMap(row -> row.figure(column).stream()).toList();
    return known.size() == rows.size() && !rows.isEmpty()
        ? Optional.of(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        : Optional.empty();
  }

  private String oneEuro(ReportTable table) {
    Row line =
        table.where("rule", "mixed").stream().findFirst().orElse(table.rows().get(0));
    String sentence = words.text(
        "summary.one-euro",
        Map.of(
            "cohort", text.period(line.word("cohort")),
            "days", text.shown(line.cell("days"), text::count),
            "spent", ofHundred(line.cell("spent")),
            "inside", ofHundred(line.cell("inside")),
            "redeemed", ofHundred(line.cell("redeemed"))));
    List<String> three = RULES.stream()
        .flatMap(rule -> table.where("rule", rule).stream())
        .map(row -> ofHundred(row.cell("inside")))
        .toList();
    return three.stream().distinct().count() > 1
        ? sentence + " "
            + words.text("summary.one-euro-readings", "three", String.join(" · ", three))
        : sentence;
  }

  /** What a share of a hundred units is. */
  private String ofHundred(Cell share) {
    return share instanceof Cell.Known known
        ? text.money().symbol() + "\u00a0"
            + text.number(known.value().movePointRight(2).setScale(0, RoundingMode.HALF_UP), 0)
        : text.shown(share, text::share);
  }

  private String retention(ReportTable table) {
    String shares = Cohorts.shown(table).stream()
        .filter(row ->
            row.figure("age").filter(age -> age.compareTo(HALF_A_YEAR) == 0).isPresent())
        .filter(row -> row.figure("inside").isPresent())
        .map(row -> words.text("rule." + row.word("rule")) + " "
            + text.shown(row.cell("inside"), text::share))
        .collect(Collectors.joining(", "));
    return shares.isEmpty() ? "" : words.text("summary.retention", "shares", shares);
  }

  private String flow(ReportTable table) {
    return sum(table.where("to", "inside"), "share")
        .filter(share -> share.signum() > 0)
        .map(share -> words.text("summary.flow", "share", text.share(share)))
        .orElse("");
  }

  /** The line with the largest figure, by its name; where a hidden one may be larger, that is said. */
  private String largest(ReportTable table, String figure, String name) {
    boolean isPartlyHidden =
        table.rows().stream().anyMatch(row -> row.cell(figure) instanceof Cell.Hidden);
    return table.rows().stream()
        .filter(row -> row.figure(figure).filter(each -> each.signum() > 0).isPresent())
        .max(Comparator.comparing((Row row) -> row.figure(figure).orElseThrow()))
        .map(row -> words.text(
            "summary." + table.id(),
            Map.of(
                "name", text.word(table.id(), name, row.word(name)),
                "amount", row.figure("amount").map(text::amount).orElse(""),
                "share", text.shown(row.cell(figure), text::share))))
        .map(said -> isPartlyHidden ? said + " " + words.text("summary.of-shown") : said)
        .orElse("");
  }

  private String distribution(ReportTable table) {
    return table.where("measure", "gini-holdings").stream()
        .flatMap(row -> row.figure("value").stream())
        .findFirst()
        .map(value -> words.text("summary.distribution", "value", text.number(value, 2)))
        .orElse("");
  }

  private String fund(ReportTable table) {
    Optional<BigDecimal> contributed = sum(table.rows(), "contributed");
    Optional<BigDecimal> levied = sum(table.rows(), "levied");
    Optional<BigDecimal> granted = sum(table.rows(), "granted");
    return contributed.isEmpty() || levied.isEmpty() || granted.isEmpty()
        ? ""
        : words.text(
            "summary.fund",
            Map.of(
                "received", text.amount(contributed.get().add(levied.get())),
                "granted", text.amount(granted.get())));
  }
}
