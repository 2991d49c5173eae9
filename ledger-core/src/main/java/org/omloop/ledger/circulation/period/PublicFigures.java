package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    row.set(5, band(line, "low80", value));
    row.set(6, band(line, "high80", value));
    return row;
  }

  /** A band is told where its figure is, and never more exactly than a figure that is not exact. */
  private static Cell band(Line line, String end, Cell value) {
    if (line.value(end).isPresent() && value instanceof Cell.Hidden) {
      return PublicCells.HIDDEN;
    }
    boolean isShare = !line.word("indicator").equals("C8");
    return line.value(end)
        .map(each -> isShare ? PublicCells.share(each) : PublicCells.ratio(each))
        .orElse(line.cell(end));
  }

  private Cell value(Line line) {
    String indicator = line.word("indicator");
    Period period = Period.named(line.word("period")).orElseThrow();
    if (line.value("value").isEmpty()) {
      return line.cell("value");
    }
    // A quarter beside others is shown as its own edition shows it.
    PublicCells then = new PublicCells(editions.thresholds(period));
    if (activity(period).isExact(indicator, then.thresholds())) {
      return line.cell("value");
    }
    PublicAmounts amounts = editions.amounts(period);
    return switch (indicator) {
      case "C12" ->
        then.isEnoughForCurve(line.value("units"))
                && inflows.isEnough(0, period.end(), then.thresholds())
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
      found.add(isShown ? oneEuro(line) : line.hiddenBut("days"));
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
        cells.count(Optional.of(line), "entries"),
        band(line, "spent_low80", PublicCells::ratio),
        band(line, "spent_high80", PublicCells::ratio),
        band(line, "inside_low80", PublicCells::share),
        band(line, "inside_high80", PublicCells::share),
        band(line, "redeemed_low80", PublicCells::share),
        band(line, "redeemed_high80", PublicCells::share));
  }

  private static Cell band(Line line, String end, Function<BigDecimal, Cell> written) {
    return line.value(end).map(written).orElse(line.cell(end));
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
    return Line.of(audit).stream().map(line -> line.hiddenBut("units_share")).toList();
  }
}
