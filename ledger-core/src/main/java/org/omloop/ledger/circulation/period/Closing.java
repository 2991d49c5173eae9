package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.journal.JournalRows.Reserve;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/** "Does it close?": what was inside, what came in, what left, what is inside, and what covers it (C1, C2). */
final class Closing {
  private static final List<Column> COLUMNS = List.of(
      new Column("item", new Text("Post", "Item"), Column.Kind.WORD),
      new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT),
      new Column("share", new Text("Deel", "Share"), Column.Kind.SHARE));

  private final Scope scope;
  private final Map<EntryKind, Long> entered = new EnumMap<>(EntryKind.class);
  private final Map<EntryKind, Long> exited = new EnumMap<>(EntryKind.class);

  private Closing(Scope scope) {
    this.scope = scope;
  }

  static Table of(Scope scope) {
    return new Closing(scope).table();
  }

  private Table table() {
    sum(0, scope.firstRow());
    long opening = stock();
    Map<EntryKind, Long> enteredBefore = new EnumMap<>(entered);
    Map<EntryKind, Long> exitedBefore = new EnumMap<>(exited);
    sum(scope.firstRow(), scope.endRow());
    List<List<Cell>> lines = new ArrayList<>();
    lines.add(line(ClosingItems.OPENING, opening));
    ClosingItems.INFLOWS.forEach(
        kind -> lines.add(line(ClosingItems.inflow(kind), grown(entered, enteredBefore, kind))));
    ClosingItems.EXITS.forEach(
        kind -> lines.add(line(ClosingItems.exit(kind), -grown(exited, exitedBefore, kind))));
    lines.add(line(ClosingItems.CLOSING, stock()));
    Optional<Reserve> reserve = lastReserve();
    lines.add(List.of(
        Cell.code(ClosingItems.RESERVE),
        Cell.of(reserve.map(each -> java.math.BigDecimal.valueOf(each.reserve()))),
        Cell.of(reserve.flatMap(each -> SixDecimals.ratio(each.reserve(), stock())))));
    return new Table(
        "closing",
        new Text("Sluit het?", "Does it close?"),
        List.of("C1", "C2"),
        COLUMNS,
        lines,
        reserve.isPresent()
            ? Optional.empty()
            : Optional.of(new Text(
                "Er staat nog geen bankafschrift in de boeken: de dekking is niet te bepalen.",
                "No bank statement is in the books yet, so the cover cannot be told.")));
  }

  private void sum(int from, int to) {
    Rows rows = scope.rows();
    for (int row = from; row < to; row++) {
      if (rows.movement(row) == Movement.INFLOW) {
        entered.merge(rows.kind(row), rows.amount(row), Long::sum);
      } else if (rows.movement(row) == Movement.EXIT) {
        exited.merge(rows.kind(row), rows.amount(row), Long::sum);
      }
    }
  }

  private long stock() {
    return total(entered) - total(exited);
  }

  private static long total(Map<EntryKind, Long> sums) {
    return sums.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long grown(Map<EntryKind, Long> now, Map<EntryKind, Long> before, EntryKind kind) {
    return now.getOrDefault(kind, 0L) - before.getOrDefault(kind, 0L);
  }

  private static List<Cell> line(String item, long amount) {
    return List.of(Cell.code(item), Cell.of(amount), new Cell.Absent());
  }

  private Optional<Reserve> lastReserve() {
    return scope.journal().reserves().stream()
        .filter(each -> each.index() < scope.size() && each.bookedAt() < scope.end())
        .reduce((earlier, later) -> later);
  }
}
