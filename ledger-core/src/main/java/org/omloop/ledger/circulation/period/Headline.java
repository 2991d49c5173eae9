package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.period.HeadlineFigures.Figure;
import org.omloop.ledger.circulation.period.TracedPeriods.Span;

/**
 * The figures of the first page, at the end of the period and of the three before it. Those of the books have one
 * line a period, those that need a rule have three.
 */
final class Headline {
  private static final List<String> INDICATORS =
      List.of("C4", "C5", "C6", "C7", "C8", "C9", "C12", "C14", "C15", "C17", "C24", "C29", "C30");
  private static final List<Column> COLUMNS = Stream.concat(
          Stream.of(
              new Column("indicator", new Text("Cijfer", "Figure"), Column.Kind.WORD),
              new Column("period", new Text("Periode", "Period"), Column.Kind.PERIOD),
              new Column("rule", new Text("Lezing", "Reading"), Column.Kind.WORD),
              new Column("value", new Text("Waarde", "Value"), Column.Kind.RATIO),
              new Column("units", new Text("Deelnemers", "Participants"), Column.Kind.COUNT)),
          Band.columns(Column.Kind.RATIO).stream())
      .toList();
  private static final Text EXPLAINED = new Text(
      "C7, C8, C9 en C12 gelden sinds het begin, C15 en C17 over de laatste drie maanden, C30 over de laatste twaalf, "
          + "C12 op een leeftijd van 180 dagen. C8 en C12 met een 80%-band, vanaf tien keer geld erbij. Een punt (.): niet te bepalen, en dat is geen nul.",
      "C7, C8, C9 and C12 are since the beginning, C15 and C17 over the last three months, C30 over the last twelve, "
          + "C12 at an age of 180 days. C8 and C12 with an 80% band, from ten entries on. A point (.): cannot be told, which is not zero.");
  private static final Text BEFORE_THE_FIRST = new Text(
      "Deze periode was voorbij voordat de boeken begonnen.",
      "This period was over before the books began.");

  private Headline() {}

  static Table of(TracedPeriods traced, Bands bands) {
    List<List<Cell>> lines = new ArrayList<>();
    List<HeadlineFigures> periods =
        traced.spans().stream().map(span -> new HeadlineFigures(span, bands)).toList();
    for (String indicator : INDICATORS) {
      for (HeadlineFigures period : periods) {
        for (Figure figure : period.of(indicator)) {
          lines.add(line(indicator, period.span(), figure));
        }
      }
    }
    return new Table(
        "headline",
        new Text("In één oogopslag", "At a glance"),
        INDICATORS,
        COLUMNS,
        lines,
        Optional.of(lines.isEmpty() ? BEFORE_THE_FIRST : EXPLAINED));
  }

  private static List<Cell> line(String indicator, Span span, Figure figure) {
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.code(indicator),
        Cell.code(span.scope().period().toString()),
        Cell.code(figure.rule()),
        Cell.of(figure.value()),
        Cell.of(figure.units())));
    cells.addAll(Band.cells(figure.band()));
    return cells;
  }
}
