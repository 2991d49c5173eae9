package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * What organisations of each sector received, spent and redeemed in a period (C10, C14). Received and spent are the
 * margins of the sector matrix.
 */
final class Sectors {
  private static final List<Column> COLUMNS = List.of(
      new Column("sector", new Text("Branche", "Sector"), Column.Kind.WORD),
      new Column("received", new Text("Ontvangen", "Received"), Column.Kind.AMOUNT),
      new Column("spent", new Text("Besteed", "Spent"), Column.Kind.AMOUNT),
      new Column("redeemed", new Text("Ingewisseld", "Redeemed"), Column.Kind.AMOUNT),
      new Column(
          "redeemed_share", new Text("Ingewisseld deel", "Redeemed ÷ received"), Column.Kind.SHARE),
      new Column("organisations", new Text("Organisaties", "Organisations"), Column.Kind.COUNT));

  /** What a sector's organisations did. */
  private static final class Line {
    private final Tally received = new Tally();
    private final Tally spent = new Tally();
    private final Tally redeemed = new Tally();
    private final Tally all = new Tally();
  }

  private final Scope scope;
  private final Accounts accounts;
  private final String[] words;
  private final Map<String, Line> lines = new TreeMap<>(Words.ORDER);

  private Sectors(Scope scope) {
    this.scope = scope;
    this.accounts = scope.rows().accounts();
    this.words = Words.ofAccounts(scope, Words::sector);
  }

  static Table of(Scope scope) {
    Sectors sectors = new Sectors(scope);
    sectors.count();
    return sectors.table();
  }

  private void count() {
    Traded.forEach(scope, (payer, payee, kind, amount) -> {
      add(payer, amount, line -> line.spent);
      add(payee, amount, line -> line.received);
    });
    Rows rows = scope.rows();
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      if (rows.movement(row) == Movement.EXIT && rows.kind(row) == EntryKind.REDEEM) {
        add(rows.payer(row), rows.amount(row), line -> line.redeemed);
      }
    }
  }

  private void add(int account, long amount, Function<Line, Tally> column) {
    if (Words.isOrganisation(scope.traits(account))) {
      Line line = lines.computeIfAbsent(words[account], word -> new Line());
      column.apply(line).add(accounts.unit(account), amount);
      line.all.add(accounts.unit(account), 0);
    }
  }

  private Table table() {
    List<List<Cell>> cells = new ArrayList<>();
    lines.forEach((word, line) -> cells.add(List.of(
        Cell.code(word),
        Cell.of(line.received.amount()),
        Cell.of(line.spent.amount()),
        Cell.of(line.redeemed.amount()),
        Cell.of(SixDecimals.ratio(line.redeemed.amount(), line.received.amount())),
        Cell.of(line.all.units()))));
    return new Table(
        "sectors",
        new Text("Branches", "Sectors"),
        List.of("C10", "C14"),
        COLUMNS,
        cells,
        Notes.whereEmpty(
            cells,
            new Text(
                "In deze periode betaalde of ontving geen organisatie iets.",
                "No organisation paid or received anything in this period.")));
  }
}
