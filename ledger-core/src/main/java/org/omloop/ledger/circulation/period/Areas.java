package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;

/** What each neighbourhood received and spent in a period, and how much of it stayed there (C23). */
final class Areas {
  private static final List<Column> COLUMNS = List.of(
      new Column("area", new Text("Buurt", "Neighbourhood"), Column.Kind.WORD),
      new Column("received", new Text("Ontvangen", "Received"), Column.Kind.AMOUNT),
      new Column("spent", new Text("Besteed", "Spent"), Column.Kind.AMOUNT),
      new Column("own_share", new Text("In eigen buurt", "Spent at home"), Column.Kind.SHARE),
      new Column("net", new Text("Verschil", "Net"), Column.Kind.AMOUNT),
      new Column("units", new Text("Deelnemers", "Participants"), Column.Kind.COUNT));
  private static final Text ADDRESS = new Text(
      "De buurt is het adres in de administratie: van een winkel de kassa, van een bewoner thuis.",
      "The neighbourhood is the registered address: a shop's till, a resident's home.");

  /** What an area's units did. */
  private static final class Line {
    private final Tally all = new Tally();
    // owned by the table: minor units
    private long received;
    private long spent;
    private long own;
  }

  private Areas() {}

  static Table of(Scope scope) {
    Accounts accounts = scope.rows().accounts();
    String[] words = Words.ofAccounts(scope, Words::area);
    Map<String, Line> areas = new TreeMap<>(Words.ORDER);
    Traded.forEach(scope, (payer, payee, kind, amount) -> {
      Line from = areas.computeIfAbsent(words[payer], word -> new Line());
      Line to = areas.computeIfAbsent(words[payee], word -> new Line());
      from.spent += amount;
      from.own += words[payer].equals(words[payee]) ? amount : 0;
      from.all.add(accounts.unit(payer), 0);
      to.received += amount;
      to.all.add(accounts.unit(payee), 0);
    });
    List<List<Cell>> lines = new ArrayList<>();
    areas.forEach((word, line) -> lines.add(cells(word, line)));
    return new Table(
        "areas",
        new Text("Buurten", "Neighbourhoods"),
        List.of("C23"),
        COLUMNS,
        lines,
        Optional.of(lines.isEmpty() ? Notes.NOTHING_SPENT : ADDRESS));
  }

  private static List<Cell> cells(String word, Line line) {
    boolean isKnown = !word.equals(Words.UNKNOWN);
    return List.of(
        Cell.code(word),
        Cell.of(line.received),
        Cell.of(line.spent),
        isKnown ? Cell.of(SixDecimals.ratio(line.own, line.spent)) : new Cell.Absent(),
        Cell.of(line.received - line.spent),
        Cell.of(line.all.units()));
  }
}
