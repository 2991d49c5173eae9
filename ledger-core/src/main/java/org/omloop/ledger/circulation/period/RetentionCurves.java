package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.SurvivalCurve;

/**
 * How much of the money stays, by its age (C12): for money of each of the last four quarters, where there is any, and
 * for all money. A curve stops where no money is that old: after it there is no figure, which is not 0.
 */
final class RetentionCurves {
  /** Stands for all money in place of a quarter. */
  static final String ALL = "all";

  private static final List<Column> COLUMNS = List.of(
      new Column("cohort", new Text("Geld uit", "Money of"), Column.Kind.PERIOD),
      new Column("rule", new Text("Lezing", "Reading"), Column.Kind.WORD),
      new Column("age", new Text("Na dagen", "After days"), Column.Kind.DAYS),
      new Column("inside", new Text("Nog in de kring", "Still inside"), Column.Kind.SHARE),
      new Column("at_risk", new Text("Zo oud geworden", "Became that old"), Column.Kind.AMOUNT),
      new Column("units", new Text("Houders", "Holders"), Column.Kind.COUNT));
  private static final Text STOPS = new Text(
      "Geld dat nog in de kring is, telt niet als vertrokken. Een punt (.): zo oud is nog geen geld.",
      "Money still inside does not count as gone. A point (.): no money is that old yet.");
  private static final Text NONE =
      new Text("Er kwam nog geen geld in de kring.", "No money has come into the circuit yet.");

  private final TracedPeriods traced;
  private final List<List<Cell>> lines = new ArrayList<>();

  private RetentionCurves(TracedPeriods traced) {
    this.traced = traced;
  }

  static Table of(TracedPeriods traced) {
    RetentionCurves table = new RetentionCurves(traced);
    table.addCohorts();
    return new Table(
        "retention",
        new Text("Hoe lang blijft geld?", "How long does money stay?"),
        List.of("C12"),
        COLUMNS,
        table.lines,
        Optional.of(table.lines.isEmpty() ? NONE : STOPS));
  }

  private void addCohorts() {
    for (int quarter = 0; quarter < EntryCohorts.QUARTERS; quarter++) {
      add(traced.cohorts().quarters().get(quarter).toString(), quarter);
    }
    add(ALL, CohortHolders.ALL);
  }

  private void add(String name, int cohort) {
    for (Rule rule : TracedPeriods.RULES) {
      Reading reading = traced.reading(rule);
      SurvivalCurve<String> curve = cohort == CohortHolders.ALL
          ? reading.curves().all()
          : reading.curves().ofQuarter(cohort);
      List<SurvivalCurve.Point<String>> points = curve.at(Ages.MILLISECONDS);
      if (points.get(0).atRisk() > 0) {
        for (int age = 0; age < points.size(); age++) {
          lines.add(line(name, rule, age, points.get(age), reading.holders().count(cohort, age)));
        }
      }
    }
  }

  private static List<Cell> line(
      String name, Rule rule, int age, SurvivalCurve.Point<String> point, int units) {
    return List.of(
        Cell.code(name),
        Cell.code(rule.wireName()),
        Cell.of(Ages.DAYS.get(age)),
        Cell.of(Reading.survival(point)),
        Cell.of(point.atRisk()),
        Cell.of(units));
  }
}
