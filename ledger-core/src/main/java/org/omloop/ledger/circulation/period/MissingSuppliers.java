package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.order.Purpose;

/** The sectors of suppliers outside the circuit that redeemed money went to, as those who redeemed declared them. */
final class MissingSuppliers {
  private static final List<Column> COLUMNS = List.of(
      new Column("sector", new Text("Branche", "Sector"), Column.Kind.WORD),
      new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT),
      new Column("units", new Text("Deelnemers", "Participants"), Column.Kind.COUNT));

  private MissingSuppliers() {}

  static Table of(Scope scope) {
    Rows rows = scope.rows();
    Map<String, Tally> sectors = new TreeMap<>(Words.ORDER);
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      if (isForSupplier(scope, row)) {
        sectors
            .computeIfAbsent(division(scope, row), division -> new Tally())
            .add(rows.accounts().unit(rows.payer(row)), rows.amount(row));
      }
    }
    List<List<Cell>> lines = new ArrayList<>();
    sectors.forEach((division, tally) ->
        lines.add(List.of(Cell.code(division), Cell.of(tally.amount()), Cell.of(tally.units()))));
    return new Table(
        "missing-suppliers",
        new Text("Welke leveranciers ontbreken?", "Which suppliers are missing?"),
        List.of("C13"),
        COLUMNS,
        lines,
        Notes.whereEmpty(
            lines,
            new Text(
                "In deze periode is niets ingewisseld voor een leverancier.",
                "Nothing was redeemed for a supplier in this period.")));
  }

  /** Tells whether a row is money redeemed to pay a supplier outside. */
  static boolean isForSupplier(Scope scope, int row) {
    return scope.journal().purpose(row).equals(Optional.of(Purpose.SUPPLIER));
  }

  /** Returns the declared division of who is paid outside, or {@code ?}. */
  static String division(Scope scope, int row) {
    return scope.journal().missingSector(row).map(Sbi::division).orElse(Sbi.UNKNOWN);
  }
}
