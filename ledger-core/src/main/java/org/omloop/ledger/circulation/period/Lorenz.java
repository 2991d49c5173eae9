package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * Lorenz curves of a period: who had money first, as issued or granted from outside, and who earned it, by purchases,
 * trade and wages. Only those who received are in a curve; a curve of nobody has no lines.
 */
final class Lorenz {
  private static final List<Column> COLUMNS = List.of(
      new Column("who", new Text("Wie", "Who"), Column.Kind.WORD),
      new Column("units_share", new Text("Deel van hen", "Share of them"), Column.Kind.SHARE),
      new Column(
          "amount_share",
          new Text("Deel van het bedrag", "Share of the amount"),
          Column.Kind.SHARE));
  private static final int TENTHS = 10;

  private Lorenz() {}

  static Table of(Scope scope) {
    List<List<Cell>> lines = new ArrayList<>();
    addCurve("first-receivers", firstReceived(scope), lines);
    addCurve("earners", Distribution.earned(scope), lines);
    return new Table(
        "lorenz",
        new Text("Hoe gelijk is geld verdeeld?", "How evenly is money spread?"),
        List.of("C25", "C27"),
        COLUMNS,
        lines,
        note(lines.size()));
  }

  private static MemberAmounts firstReceived(Scope scope) {
    Rows rows = scope.rows();
    MemberAmounts received = new MemberAmounts(scope);
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      boolean isReceived = rows.movement(row) == Movement.INFLOW
          && rows.kind(row) != EntryKind.CREDIT
          && !scope.journal().isReturned(row);
      if (isReceived) {
        received.add(rows.payee(row), rows.amount(row));
      }
    }
    return received;
  }

  private static void addCurve(String who, MemberAmounts receipts, List<List<Cell>> lines) {
    long[] amounts = MemberAmounts.aboveZero(receipts.ofMembers(traits -> true));
    Inequality spread = Inequality.of(amounts);
    for (int tenths = 0; amounts.length > 0 && tenths <= TENTHS; tenths++) {
      lines.add(List.of(
          Cell.code(who),
          Cell.of(SixDecimals.ratio(tenths, TENTHS)),
          Cell.of(spread.shareOfPoorest(tenths))));
    }
  }

  private static Optional<Text> note(int lines) {
    return lines == 2 * (TENTHS + 1)
        ? Optional.empty()
        : Optional.of(new Text(
            "Een lijn die ontbreekt: in deze periode ontving niemand iets.",
            "A missing curve: nobody received anything in this period."));
  }
}
