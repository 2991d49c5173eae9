package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.SurvivalCurve;

/**
 * How much of the money stays, by its age (C12): for money of each of the last four quarters, where there is any, of each
 * programme, for all money as far as it was seen within the period, and for all money. A curve stops where no money is
 * that old: after it there is no figure, which is not 0.
 */
final class RetentionCurves {
  /** Stands for all money in place of a quarter or a programme. */
  static final String ALL = "all";

  /** Stands for all money within the period. */
  static final String PERIOD = "period";

  private static final List<Column> COLUMNS = Stream.concat(
          Stream.of(
              new Column("cohort", new Text("Geld uit", "Money of"), Column.Kind.PERIOD),
              new Column("rule", new Text("Lezing", "Reading"), Column.Kind.WORD),
              new Column("age", new Text("Na dagen", "After days"), Column.Kind.DAYS),
              new Column("inside", new Text("Nog in de kring", "Still inside"), Column.Kind.SHARE),
              new Column(
                  "at_risk", new Text("Zo oud geworden", "Became that old"), Column.Kind.AMOUNT),
              new Column("units", new Text("Houders", "Holders"), Column.Kind.COUNT)),
          Band.columns(Column.Kind.SHARE).stream())
      .toList();
  private static final Text STOPS = new Text(
      "Geld dat nog in de kring is, telt niet als vertrokken. Een punt (.): zo oud is nog geen geld, "
          + "of er kwam minder dan tien keer geld bij. De lijn van deze periode telt alleen "
          + "wat daarin gebeurde.",
      "Money still inside does not count as gone. A point (.): no money is that old yet, or money "
          + "came in less than ten times. The line of this period counts only what happened in it.");
  private static final Text NONE =
      new Text("Er kwam nog geen geld in de kring.", "No money has come into the circuit yet.");

  private final TracedPeriods traced;
  private final Bands bands;
  private final List<List<Cell>> lines = new ArrayList<>();

  private RetentionCurves(TracedPeriods traced, Bands bands) {
    this.traced = traced;
    this.bands = bands;
  }

  static Table of(TracedPeriods traced, Bands bands) {
    RetentionCurves table = new RetentionCurves(traced, bands);
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
    List<String> programmes = traced.cohorts().programmes();
    programmes.stream()
        .sorted(CodePoints::compare)
        .forEach(name -> add(cohort(name), traced.cohorts().cohortOf(programmes.indexOf(name))));
    add(PERIOD, EntryCohorts.PERIOD);
    add(ALL, EntryCohorts.ALL);
  }

  /** Returns under which name a programme's money stands: its own, unless that reads as another cohort. */
  static String cohort(String programme) {
    boolean isOther = programme.equals(ALL)
        || programme.equals(PERIOD)
        || Period.named(programme).isPresent();
    return isOther ? "programme " + programme : programme;
  }

  private void add(String name, int cohort) {
    for (Rule rule : TracedPeriods.RULES) {
      Reading reading = traced.reading(rule);
      List<SurvivalCurve.Point<String>> points = reading.curves().of(cohort).at(Ages.MILLISECONDS);
      if (points.stream().anyMatch(point -> point.atRisk() > 0)) {
        List<Optional<Band>> ofAges = bands.retention(cohort, name, rule);
        for (int age = 0; age < points.size(); age++) {
          int units = points.get(age).atRisk() == 0 ? 0 : reading.holders().count(cohort, age);
          lines.add(line(name, rule, age, points.get(age), units, ofAges.get(age)));
        }
      }
    }
  }

  private static List<Cell> line(
      String name,
      Rule rule,
      int age,
      SurvivalCurve.Point<String> point,
      int units,
      Optional<Band> band) {
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.code(name),
        Cell.code(rule.wireName()),
        Cell.of(Ages.DAYS.get(age)),
        Cell.of(Reading.survival(point)),
        Cell.of(point.atRisk()),
        Cell.of(units)));
    cells.addAll(Band.cells(point.survival().isPresent() ? band : Optional.empty()));
    return cells;
  }
}
