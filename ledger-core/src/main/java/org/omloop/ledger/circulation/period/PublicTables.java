package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Period.Length;
import org.omloop.ledger.circulation.disclosure.Place;
import org.omloop.ledger.circulation.disclosure.Thresholds;

/** The tables of a public edition. A table that nobody has shown to be safe has no lines. */
final class PublicTables {
  private final List<Table> audit;
  private final PublicAmounts amounts;
  private final PublicSums sums;
  private final PublicCrossings crossings;
  private final PublicFigures figures;
  private final PublicCurves curves;
  private final boolean isMonth;
  private final boolean isVolumeTold;

  PublicTables(Scope scope, PublicEditions editions, List<Table> audit, Thresholds thresholds) {
    PublicCells cells = new PublicCells(thresholds);
    this.audit = audit;
    this.amounts = editions.amounts(scope.period());
    this.sums = new PublicSums(scope, editions, cells);
    this.crossings = new PublicCrossings(scope, editions, cells);
    this.figures = new PublicFigures(scope, editions, cells);
    this.curves = new PublicCurves(scope, editions, cells);
    this.isMonth = scope.period().length() == Length.MONTH;
    this.isVolumeTold = figures.activity(scope.period()).isExact("C3", thresholds);
  }

  List<Table> all() {
    return audit.stream().map(this::table).toList();
  }

  private Table table(Table table) {
    List<List<Cell>> rows = rows(table);
    return new Table(
        table.id(),
        table.title(),
        table.indicators(),
        table.columns(),
        rows,
        Optional.of(new HiddenNote(rows, hiddenShare(table, rows), isMonth)
            .after(table.note().stream().toList(), together(table).stream().toList())));
  }

  private Optional<Text> together(Table table) {
    return switch (table.id()) {
      case "sectors" -> crossings.sectorsTogether();
      case "sector-matrix" -> crossings.branchesTogether();
      case "areas", "area-matrix" -> crossings.areasTogether();
      default -> Optional.empty();
    };
  }

  private List<List<Cell>> rows(Table table) {
    return switch (table.id()) {
      case "closing" -> ClosingItems.wholeCircuit(table).rows();
      case "headline" -> figures.headline(table);
      case "one-euro" -> figures.oneEuro(table);
      case "retention" -> curves.retention(table);
      case "exit-curves" -> curves.exitCurves(table);
      case "programmes" -> sums.programmes(table);
      case "exits" -> sums.exits(table);
      case "sectors" -> crossings.sectors();
      case "sector-matrix" -> crossings.sectorMatrix();
      case "missing-suppliers" -> sums.missingSuppliers(table);
      case "areas" -> crossings.areas();
      case "area-matrix" -> crossings.areaMatrix();
      case "distribution" -> figures.distribution(table);
      case "lorenz" -> figures.lorenz(table);
      case "fund" -> sums.fund(table);
      case "provisions" -> sums.provisions(table);
      case "roles" -> sums.roles(table);
      case "schemes" -> figures.schemes(table);
      case "quality" -> Line.of(table).stream().map(Line::hidden).toList();
      // Also the words of a line may tell, such as that money went from one sector to another.
      default -> List.of();
    };
  }

  /** Returns which share of a table's amount is hidden; empty where its total is, or where it has none. */
  private Optional<Cell> hiddenShare(Table table, List<List<Cell>> rows) {
    Optional<Long> volume =
        isVolumeTold ? amounts.at(Place.of("hops", "amount")) : Optional.empty();
    return switch (table.id()) {
      case "sectors" -> hiddenShare(rows, 1, volume.flatMap(this::ofOrganisations));
      case "sector-matrix", "area-matrix" -> hiddenShare(rows, 2, volume);
      case "areas" -> hiddenShare(rows.subList(0, crossings.narrowest()), 1, volume);
      case "exits" -> hiddenShare(rows, 1, exited());
      case "programmes" -> hiddenShare(rows, 2, sums.granted());
      case "missing-suppliers" ->
        hiddenShare(
            PublicSums.ofDivisions(rows), 1, amounts.at(Place.of("exits", "amount", "supplier")));
      case "fund" -> hiddenShare(rows, List.of(1, 2, 3), sums.movedByFund(table));
      case "provisions" -> hiddenShare(rows, 1, amounts.at(Place.of("provisions", "essential")));
      case "roles" ->
        hiddenShare(
            rows, 1, isVolumeTold ? amounts.at(Place.of("roles", "received")) : Optional.empty());
      default -> Optional.empty();
    };
  }

  private Optional<Long> ofOrganisations(long volume) {
    return amounts
        .at(Place.of("sectors", "received", Words.RESIDENT))
        .map(residents -> volume - residents);
  }

  /** All that left the circuit, which C1 tells. */
  private Optional<Long> exited() {
    return audit.stream()
        .filter(table -> table.id().equals("exits"))
        .findFirst()
        .map(table -> Line.of(table).stream()
            .flatMap(line -> line.value("amount").stream())
            .mapToLong(amount -> amount.longValueExact())
            .sum());
  }

  private static Optional<Cell> hiddenShare(
      List<List<Cell>> rows, int column, Optional<Long> total) {
    return hiddenShare(rows, List.of(column), total);
  }

  private static Optional<Cell> hiddenShare(
      List<List<Cell>> rows, List<Integer> columns, Optional<Long> total) {
    long shown = rows.stream()
        .flatMap(row -> columns.stream().map(row::get))
        .mapToLong(cell -> cell instanceof Cell.Known known ? known.value().longValue() : 0)
        .sum();
    return total
        .filter(all -> all > 0)
        .map(all -> PublicCells.share(Optional.of(Math.max(0, all - shown)), Optional.of(all)));
  }
}
