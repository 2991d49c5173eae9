package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * What became of each programme's money, since the ledger was founded and up to the period's end. What the
 * neighbourhood fund grants was in the circuit before: it stays with the programme, if any, that brought it in.
 */
final class Programmes {
  private static final List<Column> COLUMNS = List.of(
      new Column("programme", new Text("Programma", "Programme"), Column.Kind.NAME),
      new Column("rule", new Text("Lezing", "Reading"), Column.Kind.WORD),
      new Column("granted", new Text("Toegekend", "Granted"), Column.Kind.AMOUNT),
      new Column("receivers", new Text("Ontvangers", "Receivers"), Column.Kind.COUNT),
      new Column("spent", new Text("Daarvan besteed", "Spent of it"), Column.Kind.AMOUNT),
      new Column("inside", new Text("Nog in de kring", "Still inside"), Column.Kind.AMOUNT),
      new Column("redeemed", new Text("Ingewisseld", "Redeemed"), Column.Kind.AMOUNT));
  private static final Text SINCE = new Text(
      "Sinds het begin. Besteed: elke keer dat het geld werd doorgegeven telt.",
      "Since the beginning. Spent: every time the money was passed on counts.");
  private static final Text NONE = new Text(
      "Er is nog geen geld van een programma toegekend.", "No programme has granted money yet.");

  private final TracedPeriods traced;

  private Programmes(TracedPeriods traced) {
    this.traced = traced;
  }

  static Table of(TracedPeriods traced) {
    List<List<Cell>> lines = new Programmes(traced).lines();
    return new Table(
        "programmes",
        new Text("Wat werd er van elk programma?", "What became of each programme?"),
        List.of(),
        COLUMNS,
        lines,
        Optional.of(lines.isEmpty() ? NONE : SINCE));
  }

  private List<List<Cell>> lines() {
    List<String> names = traced.cohorts().programmes();
    List<List<Cell>> lines = new ArrayList<>();
    names.stream().sorted(CodePoints::compare).forEach(name -> {
      Tally granted = granted(names.indexOf(name));
      for (Rule rule : TracedPeriods.RULES) {
        lines.add(line(name, names.indexOf(name), granted, rule));
      }
    });
    return lines;
  }

  private Tally granted(int programme) {
    Rows rows = traced.scope().rows();
    Tally granted = new Tally();
    IntStream.range(0, traced.scope().endRow())
        .filter(row -> traced.cohorts().programmeOf(row) == programme)
        .forEach(row -> granted.add(rows.accounts().unit(rows.payee(row)), rows.amount(row)));
    return granted;
  }

  private List<Cell> line(String name, int programme, Tally granted, Rule rule) {
    ProgrammeMoney money = traced.reading(rule).programmes();
    return List.of(
        Cell.code(name),
        Cell.code(rule.wireName()),
        Cell.of(granted.amount()),
        Cell.of(granted.units()),
        Cell.of(money.spent(programme)),
        Cell.of(money.inside(programme)),
        Cell.of(money.redeemed(programme)));
  }
}
