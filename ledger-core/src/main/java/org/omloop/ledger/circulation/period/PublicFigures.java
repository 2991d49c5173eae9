package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Period.Length;
import org.omloop.ledger.circulation.disclosure.Place;
import org.omloop.ledger.circulation.disclosure.Thresholds;

/**
 * The public form of tables of single figures of the whole circuit: exact by rule 2, worked out from public amounts, or
 * hidden.
 */
final class PublicFigures {
  private static final List<Role> EARNERS =
      List.of(Role.RESIDENT, Role.COOPERATIVE, Role.SOCIAL, Role.COMMONS);

  /** The column of our own figures in {@code schemes}. */
  private static final int OURS = 4;

  private final Scope scope;
  private final PublicEditions editions;
  private final PublicCells cells;
  private final Inflows inflows;

  PublicFigures(Scope scope, PublicEditions editions, PublicCells cells) {
    this.scope = scope;
    this.editions = editions;
    this.cells = cells;
    this.inflows = new Inflows(scope);
  }

  /** Returns the lines of {@code headline}. */
  List<List<Cell>> headline(Table audit) {
    return Line.of(audit).stream().map(this::headline).toList();
  }

  private List<Cell> headline(Line line) {
    Cell value = value(line);
    Cell units = value instanceof Cell.Hidden
        ? PublicCells.HIDDEN
        : line.value("units")
            .map(count -> cells.count(count.longValueExact()))
            .orElse(line.cell("units"));
    List<Cell> row = new ArrayList<>(line.cells());
    row.set(3, value);
    row.set(4, units);
    return row;
  }

  private Cell value(Line line) {
    String indicator = line.word("indicator");
    Period period = Period.named(line.word("period")).orElseThrow();
    if (line.value("value").isEmpty()) {
      return line.cell("value");
    }
    if (activity(period).isExact(indicator, cells.thresholds())) {
      return line.cell("value");
    }
    PublicAmounts amounts = editions.amounts(period);
    return switch (indicator) {
      case "C12" ->
        cells.isEnough(line.value("units")) && inflows.isEnough(0, period.end(), cells.thresholds())
            ? PublicCells.share(line.value("value").orElseThrow())
            : PublicCells.HIDDEN;
      case "C24" ->
        PublicCells.share(
            amounts.at(Place.of("provisions", "essential")),
            amounts.at(Place.of("provisions", "amount")));
      case "C29" -> PublicCells.share(earned(amounts), amounts.at(Place.of("roles", "received")));
      default -> PublicCells.HIDDEN;
    };
  }

  private static Optional<Long> earned(PublicAmounts amounts) {
    long sum = 0;
    for (Role role : EARNERS) {
      Optional<Long> received = amounts.at(Place.of("roles", "received", role.wireName()));
      if (received.isEmpty()) {
        return received;
      }
      sum += received.get();
    }
    return Optional.of(sum);
  }

  /** Returns who was active in a period, as its own edition knows them. */
  Activity activity(Period period) {
    return PublicEditions.size(scope.journal(), period)
        .map(size -> Activity.in(new Scope(scope.journal(), period, size)))
        .orElse(new Activity(0, 0));
  }

  /** Returns the lines of {@code one-euro}: of money that came in often enough, to many enough, when many were active. */
  List<List<Cell>> oneEuro(Table audit) {
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      Period cohort = Period.named(line.word("cohort")).orElseThrow();
      boolean isShown = inflows.isEnough(cohort.start(), cohort.end(), cells.thresholds())
          && activity(cohort).isExact("C7", cells.thresholds())
          && activity(scope.period()).isExact("C7", cells.thresholds());
      found.add(isShown ? oneEuro(line) : line.hidden());
    }
    return found;
  }

  private List<Cell> oneEuro(Line line) {
    return List.of(
        line.cell("cohort"),
        line.cell("rule"),
        line.cell("days"),
        line.cell("issued"),
        line.value("spent").map(PublicCells::ratio).orElse(line.cell("spent")),
        line.value("inside").map(PublicCells::share).orElse(line.cell("inside")),
        line.value("redeemed").map(PublicCells::share).orElse(line.cell("redeemed")),
        cells.count(Optional.of(line), "entries"));
  }

  /** Returns the lines of {@code schemes}: what others published, and ours where it is of the whole circuit. */
  List<List<Cell>> schemes(Table audit) {
    boolean isShown = activity(scope.period()).isExact("C4", cells.thresholds());
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      List<Cell> row = new ArrayList<>(line.cells());
      Optional<BigDecimal> ours = line.value("ours");
      if (ours.isPresent()) {
        row.set(OURS, isShown ? PublicCells.ratio(ours.get()) : PublicCells.HIDDEN);
      }
      found.add(row);
    }
    return found;
  }

  /** Returns the lines of {@code distribution}: where no unit is most of what is measured. */
  List<List<Cell>> distribution(Table audit) {
    UnitSums sums = new UnitSums(scope);
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      boolean isShown = scope.period().length() != Length.MONTH
          && isSafe(sums, line.word("measure"), cells.thresholds())
          && cells.isEnough(line.value("units"));
      found.add(
          isShown
              ? List.of(
                  line.cell("measure"),
                  line.value("value").map(PublicCells::ratio).orElse(line.cell("value")),
                  cells.count(Optional.of(line), "units"))
              : line.hidden());
    }
    return found;
  }

  private static boolean isSafe(UnitSums sums, String measure, Thresholds thresholds) {
    return switch (measure) {
      case "gini-holdings", "gini-holdings-holders" -> thresholds.pass(sums.holdings());
      case "gini-receipts", "gini-receipts-receivers" -> thresholds.pass(sums.residentsReceipts());
      case "hhi" -> thresholds.pass(sums.organisationsEarnings());
      case "top-ten-share" -> thresholds.pass(sums.topTen()) && thresholds.pass(sums.belowTopTen());
      default -> false;
    };
  }

  /** Returns the lines of {@code lorenz}: the grid, without how much each tenth has. */
  List<List<Cell>> lorenz(Table audit) {
    return Line.of(audit).stream()
        .map(line -> List.of(line.cell("who"), line.cell("units_share"), PublicCells.HIDDEN))
        .toList();
  }
}
