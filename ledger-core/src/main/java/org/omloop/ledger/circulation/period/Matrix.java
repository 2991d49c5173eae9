package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;

/**
 * Who paid whom in a period, after refunds: by sector (C22), or by area (C23). All cells add up to V<sub>H</sub>. Only
 * pairs between which something passed are in it; where refunds take back more than was paid, a cell is below zero.
 */
final class Matrix {
  private record Pair(String payer, String payee) {}

  /** A cell's two sides; both have its amount. */
  private record Sides(Tally payers, Tally payees) {}

  private static final List<Column> COLUMNS = List.of(
      new Column("payer", new Text("Van", "From"), Column.Kind.WORD),
      new Column("payee", new Text("Naar", "To"), Column.Kind.WORD),
      new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT),
      new Column("payers", new Text("Betalers", "Payers"), Column.Kind.COUNT),
      new Column("payees", new Text("Ontvangers", "Payees"), Column.Kind.COUNT));

  private Matrix() {}

  /** Returns the matrix by section; residents and the fund, who have none, stand beside. */
  static Table ofSectors(Scope scope) {
    List<List<Cell>> lines = lines(scope, Words::sector);
    return new Table(
        "sector-matrix",
        new Text("Welke branche betaalt welke?", "Which sector pays which?"),
        List.of("C22"),
        COLUMNS,
        lines,
        Notes.whereEmpty(lines, Notes.NOTHING_SPENT));
  }

  /** Returns the matrix by area as accounts are classified: the smallest that is known of each. */
  static Table ofAreas(Scope scope) {
    List<List<Cell>> lines = lines(scope, Words::area);
    return new Table(
        "area-matrix",
        new Text("Welke buurt betaalt welke?", "Which neighbourhood pays which?"),
        List.of("C23"),
        COLUMNS,
        lines,
        Notes.whereEmpty(lines, Notes.NOTHING_SPENT));
  }

  private static List<List<Cell>> lines(Scope scope, Function<Traits, String> word) {
    Accounts accounts = scope.rows().accounts();
    String[] words = Words.ofAccounts(scope, word);
    Map<Pair, Sides> cells = new TreeMap<>(
        Comparator.comparing(Pair::payer, Words.ORDER).thenComparing(Pair::payee, Words.ORDER));
    Traded.forEach(scope, (payer, payee, kind, amount) -> {
      Sides sides = cells.computeIfAbsent(
          new Pair(words[payer], words[payee]), pair -> new Sides(new Tally(), new Tally()));
      sides.payers().add(accounts.unit(payer), amount);
      sides.payees().add(accounts.unit(payee), amount);
    });
    List<List<Cell>> lines = new ArrayList<>();
    cells.forEach((pair, sides) -> lines.add(List.of(
        Cell.code(pair.payer()),
        Cell.code(pair.payee()),
        Cell.of(sides.payers().amount()),
        Cell.of(sides.payers().units()),
        Cell.of(sides.payees().units()))));
    return lines;
  }
}
