package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/** The rows of the journal that one line of a report adds up. Immutable, as long as no rows are added. */
public final class RowsBehind {
  private final int from;
  private final int to;
  private final IntPredicate belongs;

  private RowsBehind(int from, int to, IntPredicate belongs) {
    this.from = from;
    this.to = to;
    this.belongs = belongs;
  }

  /**
   * Finds the rows behind a line of an exact report.
   *
   * @param scope what the report read
   * @param words the line's words, names and periods, in order
   * @return empty where the line's figures are no sum of rows
   */
  public static Optional<RowsBehind> of(Scope scope, String table, List<String> words) {
    return switch (table) {
      case "closing" -> closing(scope, words.get(0));
      default -> Optional.empty();
    };
  }

  private static Optional<RowsBehind> closing(Scope scope, String item) {
    Rows rows = scope.rows();
    IntPredicate entersOrLeaves =
        row -> rows.movement(row) == Movement.INFLOW || rows.movement(row) == Movement.EXIT;
    return switch (item) {
      case "opening" -> Optional.of(new RowsBehind(0, scope.firstRow(), entersOrLeaves));
      case "closing" -> Optional.of(new RowsBehind(0, scope.endRow(), entersOrLeaves));
      case "reserve" -> Optional.empty();
      default -> Optional.of(inPeriod(scope, row -> closingItem(rows, row).equals(item)));
    };
  }

  private static String closingItem(Rows rows, int row) {
    return switch (rows.movement(row)) {
      case INFLOW -> rows.kind(row).wireName();
      case EXIT -> "out-" + rows.kind(row).wireName();
      default -> "";
    };
  }

  private static RowsBehind inPeriod(Scope scope, IntPredicate belongs) {
    return new RowsBehind(scope.firstRow(), scope.endRow(), belongs);
  }

  /** Returns the rows' numbers, rising. */
  public IntStream rows() {
    return IntStream.range(from, to).filter(belongs);
  }
}
