package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.omloop.ledger.journal.EntryKind;

/**
 * The lines of the table {@code closing}, by their words. The auditor sees each kind of what came in and left; the public
 * sees both as one sum, since a kind that one member alone can have would tell that member's.
 */
public final class ClosingItems {
  /** What was inside when the period began. */
  public static final String OPENING = "opening";

  /** What is inside when it ends. */
  public static final String CLOSING = "closing";

  /** All that came in, where kinds are not told apart. */
  public static final String IN = "in";

  /** All that left, where kinds are not told apart; below zero. */
  public static final String OUT = "out";

  static final String RESERVE = "reserve";
  static final List<EntryKind> INFLOWS =
      List.of(EntryKind.ISSUE, EntryKind.GRANT, EntryKind.CREDIT);
  static final List<EntryKind> EXITS =
      List.of(EntryKind.REDEEM, EntryKind.DEMURRAGE, EntryKind.REFUND, EntryKind.CREDIT);
  private static final String OUT_BY_KIND = OUT + "-";

  private ClosingItems() {}

  static String inflow(EntryKind kind) {
    return kind.wireName();
  }

  static String exit(EntryKind kind) {
    return OUT_BY_KIND + kind.wireName();
  }

  /** Returns the words of lines that tell what came in: by kind, then all together. */
  public static List<String> inflows() {
    return Stream.concat(INFLOWS.stream().map(ClosingItems::inflow), Stream.of(IN))
        .toList();
  }

  /** Tells whether a line tells something that came in. */
  public static boolean isInflow(String item) {
    return inflows().contains(item);
  }

  /** Tells whether a line tells something that left. */
  public static boolean isExit(String item) {
    return item.equals(OUT) || item.startsWith(OUT_BY_KIND);
  }

  /** Returns the table as the public sees it: exact, of the whole circuit (circulation.md, section 7, rule 2). */
  public static Table wholeCircuit(Table closing) {
    return new Table(
        closing.id(),
        closing.title(),
        closing.indicators(),
        closing.columns(),
        List.of(
            line(closing, OPENING),
            sum(closing, IN, ClosingItems::isInflow),
            sum(closing, OUT, ClosingItems::isExit),
            line(closing, CLOSING),
            line(closing, RESERVE)),
        closing.note());
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
