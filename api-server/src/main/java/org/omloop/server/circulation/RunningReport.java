package org.omloop.server.circulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.ledger.circulation.period.Table;

/**
 * What everybody may see of a period that runs: money in circulation and its cover, of the whole circuit, which are always
 * exact (circulation.md, section 7, rule 2). Any more would be a figure of a period with an end of the asker's choice.
 */
final class RunningReport {
  private static final String CLOSING = "closing";

  private RunningReport() {}

  static PeriodReport of(PeriodReport exact) {
    return new PeriodReport(
        Tier.PUBLIC,
        exact.origin(),
        exact.name(),
        exact.unit(),
        exact.scale(),
        exact.period(),
        exact.size(),
        exact.root(),
        exact.tuple(),
        Optional.empty(),
        exact.tables().stream()
            .filter(table -> table.id().equals(CLOSING))
            .map(RunningReport::wholeCircuit)
            .toList());
  }

  private static Table wholeCircuit(Table closing) {
    return new Table(
        closing.id(),
        closing.title(),
        closing.indicators(),
        closing.columns(),
        List.of(
            line(closing, "opening"),
            sum(closing, "in", RunningReport::isInflow),
            sum(closing, "out", item -> item.startsWith("out-")),
            line(closing, CLOSING),
            line(closing, "reserve")),
        closing.note());
  }

  private static boolean isInflow(String item) {
    return List.of("issue", "grant", "credit").contains(item);
  }

  private static List<Cell> line(Table closing, String item) {
    return closing.rows().stream()
        .filter(row -> item(row).equals(item))
        .findFirst()
        .orElseThrow();
  }

  private static List<Cell> sum(Table closing, String item, Predicate<String> belongs) {
    BigDecimal sum = closing.rows().stream()
        .filter(row -> belongs.test(item(row)))
        .map(row -> ((Cell.Known) row.get(1)).value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return List.of(Cell.code(item), new Cell.Known(sum), new Cell.Absent());
  }

  private static String item(List<Cell> row) {
    return ((Cell.Code) row.get(0)).text();
  }
}
