package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Period.Length;
import org.omloop.ledger.circulation.disclosure.Place;

/**
 * The public form of survival curves (rule 8). A cohort's point is public once all its money has reached that age, so
 * that no later edition has another value for it.
 *
 * <p>Not thread-safe.
 */
final class PublicCurves {
  private static final long DAY = 86_400_000;

  /** One curve: a cohort, which is a calendar period or all money, under one rule. */
  private record Curve(String cohort, String rule) {}

  /** A point of a curve of all money. */
  private record Point(String rule, long days) {}

  private final Scope scope;
  private final PublicEditions editions;
  private final PublicCells cells;
  private final Inflows inflows;
  private final boolean isMonth;
  // owned by retention: curves that have ended, and what is shown of those of all money
  private final Set<Curve> ended = new HashSet<>();
  private final Set<Point> shown = new HashSet<>();

  PublicCurves(Scope scope, PublicEditions editions, PublicCells cells) {
    this.scope = scope;
    this.editions = editions;
    this.cells = cells;
    this.inflows = new Inflows(scope);
    this.isMonth = scope.period().length() == Length.MONTH;
  }

  /** Returns the lines of {@code retention}, whose ages rise within a curve. */
  List<List<Cell>> retention(Table audit) {
    return Line.of(audit).stream().map(this::retention).toList();
  }

  private List<Cell> retention(Line line) {
    Curve curve = new Curve(line.word("cohort"), line.word("rule"));
    if (!cells.isEnoughForCurve(line.value("units"))) {
      ended.add(curve);
    }
    Optional<Period> cohort = Period.named(curve.cohort());
    // What programmes' money did later, and the period's own view, nobody has shown to be safe.
    boolean isKnownCohort = cohort.isPresent() || curve.cohort().equals(RetentionCurves.ALL);
    if (!isKnownCohort || ended.contains(curve) || !isTold(cohort, days(line))) {
      return line.hiddenBut("age");
    }
    if (cohort.isEmpty()) {
      shown.add(new Point(curve.rule(), days(line)));
    }
    return List.of(
        line.cell("cohort"),
        line.cell("rule"),
        line.cell("age"),
        line.value("inside").map(PublicCells::share).orElse(line.cell("inside")),
        // An amount at risk would tell the share more exactly than it may be told.
        line.value("at_risk").map(amount -> PublicCells.HIDDEN).orElse(line.cell("at_risk")),
        cells.count(Optional.of(line), "units"),
        line.value("low80").map(PublicCells::share).orElse(line.cell("low80")),
        line.value("high80").map(PublicCells::share).orElse(line.cell("high80")));
  }

  private boolean isTold(Optional<Period> cohort, long days) {
    if (cohort.isEmpty()) {
      return !isMonth && inflows.isEnough(0, scope.end(), cells.thresholds());
    }
    return cohort.get().end() + days * DAY <= scope.end()
        && inflows.isEnough(cohort.get().start(), cohort.get().end(), cells.thresholds());
  }

  private static long days(Line line) {
    return line.value("age").map(BigDecimal::longValue).orElse(Long.MAX_VALUE / DAY / 2);
  }

  /**
   * Returns the lines of {@code exit-curves}, after {@link #retention}: of ways out whose amount every quarter has
   * shown. Where only one is left out, the others would tell it, and none is shown.
   */
  List<List<Cell>> exitCurves(Table audit) {
    PublicAmounts sinceFounding = editions.amountsUntil(scope.period());
    List<String> words = Exits.words();
    List<String> told = words.stream()
        .filter(word -> sinceFounding.at(Place.of("exits", "amount", word)).isPresent())
        .toList();
    boolean isOneLeftOut = told.size() == words.size() - 1;
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      boolean isShown = told.contains(line.word("purpose"))
          && !isOneLeftOut
          && !sinceFounding.isEmpty()
          && shown.contains(new Point(line.word("rule"), days(line)));
      found.add(isShown ? told(line) : line.hiddenBut("age"));
    }
    return found;
  }

  private static List<Cell> told(Line line) {
    return List.of(
        line.cell("rule"),
        line.cell("age"),
        line.cell("purpose"),
        line.value("share").map(PublicCells::share).orElse(line.cell("share")));
  }
}
