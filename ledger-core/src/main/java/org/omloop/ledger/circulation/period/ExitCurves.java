package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.SurvivalCurve;

/**
 * Where money leaves to, by its age, over all money (C13): with the share that is inside these shares add up to 1 at
 * every age. They stop where {@link RetentionCurves} do.
 */
final class ExitCurves {
  private static final List<Column> COLUMNS = List.of(
      new Column("rule", new Text("Lezing", "Reading"), Column.Kind.WORD),
      new Column("age", new Text("Na dagen", "After days"), Column.Kind.DAYS),
      new Column("purpose", new Text("Waarvoor", "Purpose"), Column.Kind.WORD),
      new Column("share", new Text("Vertrokken", "Left"), Column.Kind.SHARE));
  private static final Text STOPS = new Text(
      "Deel van al het geld dat tot die leeftijd hiervoor vertrok. Een punt (.): zo oud is nog geen geld.",
      "Share of all money that left for this up to that age. A point (.): no money is that old yet.");
  private static final Text NONE =
      new Text("Er kwam nog geen geld in de kring.", "No money has come into the circuit yet.");

  private ExitCurves() {}

  static Table of(TracedPeriods traced) {
    List<List<Cell>> lines = new ArrayList<>();
    for (Rule rule : TracedPeriods.RULES) {
      List<SurvivalCurve.Point<String>> points =
          traced.reading(rule).curves().all().at(Ages.MILLISECONDS);
      if (points.get(0).atRisk() > 0) {
        for (int age = 0; age < points.size(); age++) {
          addPoint(lines, rule, Ages.DAYS.get(age), points.get(age));
        }
      }
    }
    return new Table(
        "exit-curves",
        new Text("Waarheen vertrekt geld?", "Where does money leave to?"),
        List.of("C13"),
        COLUMNS,
        lines,
        Optional.of(lines.isEmpty() ? NONE : STOPS));
  }

  private static void addPoint(
      List<List<Cell>> lines, Rule rule, int days, SurvivalCurve.Point<String> point) {
    for (String word : Exits.words()) {
      lines.add(List.of(
          Cell.code(rule.wireName()), Cell.of(days), Cell.code(word), Cell.of(share(point, word))));
    }
  }

  private static Optional<BigDecimal> share(SurvivalCurve.Point<String> point, String word) {
    return point.survival().isEmpty()
        ? Optional.empty()
        : Optional.of(SixDecimals.of(point.exits().getOrDefault(word, 0.0)));
  }
}
