package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.QuarterTables;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.order.Purpose;

/** What left the circuit, by what the euros were for (C13). Amounts add up to what left in {@link Closing}. */
final class Exits {
  private static final List<Column> COLUMNS = List.of(
      new Column("purpose", new Text("Waarvoor", "Purpose"), Column.Kind.WORD),
      new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT),
      new Column("share", new Text("Deel", "Share"), Column.Kind.SHARE),
      new Column("units", new Text("Deelnemers", "Participants"), Column.Kind.COUNT));

  private Exits() {}

  static Table of(Scope scope) {
    Rows rows = scope.rows();
    Map<String, Tally> left = new LinkedHashMap<>();
    words().forEach(word -> left.put(word, new Tally()));
    long total = 0;
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      if (rows.movement(row) == Movement.EXIT) {
        left.computeIfAbsent(word(scope, row), word -> new Tally())
            .add(rows.accounts().unit(rows.payer(row)), rows.amount(row));
        total += rows.amount(row);
      }
    }
    return table(left, total);
  }

  /** Returns the word of a row that leaves: a redemption's purpose, else the row's kind. */
  static String word(Scope scope, int row) {
    return scope.journal().purpose(row).map(Purpose::wireName).orElseGet(() -> scope
        .rows()
        .kind(row)
        .wireName());
  }

  /** Returns all words, in the order in which they are shown. */
  static List<String> words() {
    List<String> words = new ArrayList<>();
    Arrays.stream(Purpose.values()).forEach(purpose -> words.add(purpose.wireName()));
    QuarterTables.NOT_REDEEMED.forEach(kind -> words.add(kind.wireName()));
    return words;
  }

  private static Table table(Map<String, Tally> left, long total) {
    List<List<Cell>> lines = new ArrayList<>();
    left.forEach((word, tally) -> lines.add(List.of(
        Cell.code(word),
        Cell.of(tally.amount()),
        Cell.of(SixDecimals.ratio(tally.amount(), total)),
        Cell.of(tally.units()))));
    return new Table(
        "exits",
        new Text("Waarvoor ging geld uit de kring?", "What did money leave the circuit for?"),
        List.of("C13", "C14"),
        COLUMNS,
        lines,
        total == 0
            ? Optional.of(new Text(
                "In deze periode ging niets uit de kring.", "Nothing left in this period."))
            : Optional.empty());
  }
}
