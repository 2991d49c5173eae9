package org.omloop.server.council;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.server.council.Grid.Column;
import org.omloop.server.council.ReportTable.Row;

/** The report's tables as the inner sheets have them: those of the page, without what takes a screen to read. */
final class Tables {
  /** A table that could have hundreds of lines shows its largest. */
  private static final int MOST = 60;

  private static final List<Integer> AGES = List.of(30, 90, 180, 365);
  private static final String AGE = "age-";

  private final Paper paper;

  Tables(Paper paper) {
    this.paper = paper;
  }

  /** Returns parts of half the sheet's width. */
  List<Part> small() {
    List<Part> parts = new ArrayList<>();
    add(parts, "exits", columns -> aboveZero(shares(columns, "purpose", "amount", "units"), ""));
    add(parts, "provisions", columns -> shares(columns, "provision", "amount", "organisations"));
    add(parts, "roles", columns -> shares(columns, "role", "received", "units"));
    add(parts, "exit-curves", this::exitCurves);
    add(parts, "missing-suppliers", this::missing);
    add(parts, "distribution", this::distribution);
    return parts;
  }

  /** Returns parts of the sheet's whole width. */
  List<Part> wide() {
    List<Part> parts = new ArrayList<>();
    add(parts, "programmes", this::programmes);
    add(parts, "sectors", this::sectors);
    add(parts, "areas", this::areas);
    add(parts, "schemes", this::schemes);
    return parts;
  }

  /** Returns the parts on the fund and on the data, of half the width. */
  List<Part> fundAndData() {
    List<Part> parts = new ArrayList<>();
    add(parts, "fund", this::fund);
    add(parts, "quality", this::quality);
    return parts;
  }

  private void add(List<Part> parts, String id, Function<TableColumns, Grid> grid) {
    ReportTable table = paper.report().table(id);
    if (!table.isNothing()) {
      parts.add(TablePart.of(paper, table, grid.apply(new TableColumns(paper, table))));
    }
  }

  private Grid shares(TableColumns columns, String name, String amount, String units) {
    return new Grid(
        List.of(
            columns.name(name, 84),
            columns.bar("share", 42),
            columns.share("share", 34),
            columns.amount(amount, 48),
            columns.count(units, 44)),
        columns.table().rows());
  }

  private Grid exitCurves(TableColumns columns) {
    Map<String, Map<String, Cell>> lines = new LinkedHashMap<>();
    for (Row row : columns.table().where("rule", "mixed")) {
      int age = row.figure("age").orElse(BigDecimal.ZERO).intValue();
      if (AGES.contains(age)) {
        lines
            .computeIfAbsent(
                row.word("purpose"),
                purpose -> new LinkedHashMap<>(Map.of("purpose", Cell.code(purpose))))
            .put(AGE + age, row.cell("share"));
      }
    }
    List<Column> ages = new ArrayList<>(List.of(columns.name("purpose", 96)));
    for (int age : AGES) {
      ages.add(Column.number(
          paper.say("city.value-days", Map.of("value", Integer.toString(age))),
          38,
          row -> paper.text().shown(row.cell(AGE + age), paper.text()::share)));
    }
    return aboveZero(
        new Grid(ages, lines.values().stream().map(Row::new).toList()), paper.say("paper.mixed"));
  }

  /** Leaves out the lines without a figure above zero, and says so: most ways out are of no use to most circuits. */
  private Grid aboveZero(Grid grid, String said) {
    List<Row> rows = grid.rows().stream()
        .filter(row -> row.cells().values().stream().anyMatch(Tables::isWorthALine))
        .toList();
    if (rows.size() == grid.rows().size()) {
      return new Grid(grid.columns(), rows, said);
    }
    boolean isTold = grid.rows().stream()
        .flatMap(row -> row.cells().values().stream())
        .anyMatch(Cell.Known.class::isInstance);
    String rest = isTold ? paper.say("paper.zero-left-out") : paper.say("paper.nothing");
    return new Grid(grid.columns(), rows, (said + " " + rest).strip());
  }

  private static boolean isWorthALine(Cell cell) {
    return cell instanceof Cell.Hidden
        || cell instanceof Cell.Known known && known.value().signum() != 0;
  }

  private Grid missing(TableColumns columns) {
    return new Grid(
        List.of(
            columns.name("sector", 150), columns.amount("amount", 52), columns.count("units", 46)),
        columns.table().rows());
  }

  private Grid distribution(TableColumns columns) {
    return new Grid(
        List.of(
            columns.name("measure", 160), columns.ratio("value", 40), columns.count("units", 46)),
        columns.table().rows());
  }

  private Grid quality(TableColumns columns) {
    return new Grid(
        List.of(columns.name("measure", 120), columns.bar("share", 70), columns.share("share", 40)),
        columns.table().rows());
  }

  private Grid programmes(TableColumns columns) {
    List<Row> rows = columns.table().where("rule", "mixed");
    return largest(
        List.of(
            columns.name("programme", 122),
            columns.amount("granted", 62),
            columns.count("receivers", 50),
            columns.amount("spent", 66),
            Column.bar(paper.say("city.inside"), 62, Tables::insideOfGranted),
            columns.amount("inside", 66),
            columns.amount("redeemed", 66)),
        rows,
        "granted",
        paper.say("paper.mixed"));
  }

  private static float insideOfGranted(Row row) {
    if (row.cell("inside") instanceof Cell.Hidden) {
      return Grid.HIDDEN;
    }
    float granted = row.figure("granted").map(BigDecimal::floatValue).orElse(0f);
    return granted <= 0 ? 0 : row.figure("inside").map(BigDecimal::floatValue).orElse(0f) / granted;
  }

  private Grid sectors(TableColumns columns) {
    return new Grid(
        List.of(
            columns.name("sector", 130),
            columns.amount("received", 66),
            columns.amount("spent", 66),
            columns.amount("redeemed", 66),
            columns.bar("redeemed_share", 62),
            columns.share("redeemed_share", 56),
            columns.count("organisations", 56)),
        columns.table().rows());
  }

  private Grid areas(TableColumns columns) {
    return largest(
        List.of(
            columns.name("area", 110),
            columns.amount("received", 70),
            columns.amount("spent", 70),
            columns.bar("own_share", 66),
            columns.share("own_share", 60),
            columns.amount("net", 70),
            columns.count("units", 54)),
        columns.table().rows(),
        "received",
        "");
  }

  /** Keeps the lines in their order; of too many the largest, and says how many are left out. */
  private Grid largest(List<Column> columns, List<Row> rows, String by, String said) {
    if (rows.size() <= MOST) {
      return new Grid(columns, rows, said);
    }
    List<Row> kept = rows.stream()
        .sorted(Comparator.comparing(
            (Row row) -> row.figure(by).orElse(BigDecimal.ZERO), Comparator.reverseOrder()))
        .limit(MOST)
        .toList();
    String more = paper.say("paper.more", Map.of("count", paper.text().count(rows.size() - MOST)));
    return new Grid(columns, rows.stream().filter(kept::contains).toList(), said + " " + more);
  }

  private Grid schemes(TableColumns columns) {
    return new Grid(
        List.of(
            columns.name("scheme", 86),
            Column.words(columns.table().name("year"), 40, this::year),
            columns.name("figure", 100),
            columns.ratio("theirs", 36),
            columns.ratio("ours", 44),
            Column.words("", 8, row -> ""),
            columns.name("formula", 92),
            columns.name("source", 101)),
        columns.table().rows());
  }

  private String year(Row row) {
    return paper.text().word("schemes", "year", row.word("year"));
  }

  private Grid fund(TableColumns columns) {
    return new Grid(
        List.of(
            columns.name("month", 38),
            columns.amount("contributed", 54),
            columns.amount("levied", 46),
            columns.amount("granted", 52),
            columns.amount("balance", 52)),
        columns.table().rows());
  }
}
