package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Gathering;
import org.omloop.ledger.circulation.rows.Accounts.Traits;

/**
 * The public form of the tables by sector and by area. Sectors and areas of few members stand together; an area that
 * several lines are in has a line too, which a reader climbs to where one of them is hidden (docs/adr/0041).
 */
final class PublicCrossings {
  private final Scope scope;
  private final PublicAmounts amounts;
  private final PublicCells cells;
  private final UnaryOperator<String> sector;
  private final UnaryOperator<String> branch;
  private final UnaryOperator<String> area;

  PublicCrossings(Scope scope, PublicEditions editions, PublicCells cells) {
    this.scope = scope;
    this.amounts = editions.amounts(scope.period());
    this.cells = cells;
    this.sector = amounts.sectors()::label;
    this.branch = amounts.branches()::label;
    this.area = amounts.areas()::label;
  }

  /** Returns the lines of {@code sectors}. */
  List<List<Cell>> sectors() {
    UnitsBySide units = UnitsBySide.of(scope, word(Words::sector, sector), true);
    List<List<Cell>> found = new ArrayList<>();
    for (String label : labels(Words::isOrganisation, word(Words::sector, sector))) {
      Optional<Long> received = amounts.ofSector("received", label);
      Optional<Long> spent = amounts.ofSector("spent", label);
      Optional<Long> redeemed = amounts.ofSector("redeemed", label);
      boolean isShown = received.isPresent() || spent.isPresent() || redeemed.isPresent();
      found.add(List.of(
          Cell.code(label),
          PublicCells.amount(received),
          PublicCells.amount(spent),
          PublicCells.amount(redeemed),
          PublicCells.share(redeemed, received),
          count(isShown, units.with(label))));
    }
    return found;
  }

  /** Returns the lines of {@code areas}: those that add up to the whole, and then wider ones. */
  List<List<Cell>> areas() {
    UnitsBySide units = UnitsBySide.of(scope, word(Words::area, area), false);
    List<List<Cell>> found = new ArrayList<>();
    for (String label : labels(traits -> true, word(Words::area, area))) {
      found.add(area(
          label,
          amounts.ofArea("received", label),
          amounts.ofArea("spent", label),
          label.equals(Words.UNKNOWN) || label.equals(Gathering.OTHERS)
              ? Optional.empty()
              : Optional.of(List.of(label)),
          units.with(label)));
    }
    wider()
        .forEach((code, parts) -> found.add(area(
            code,
            amounts.ofWiderArea("received", code),
            amounts.ofWiderArea("spent", code),
            Optional.of(List.copyOf(parts)),
            parts.stream().mapToInt(units::with).sum())));
    return found;
  }

  /** Returns how many lines of {@code areas} add up to the whole; those after them are wider. */
  int narrowest() {
    return labels(traits -> true, word(Words::area, area)).size();
  }

  private NavigableMap<String, NavigableSet<String>> wider() {
    return amounts.isEmpty() ? new TreeMap<>() : amounts.areas().wider();
  }

  private List<Cell> area(
      String code,
      Optional<Long> received,
      Optional<Long> spent,
      Optional<List<String>> home,
      int units) {
    Optional<Long> net = received.flatMap(in -> spent.map(out -> in - out));
    return List.of(
        Cell.code(code),
        PublicCells.amount(received),
        PublicCells.amount(spent),
        home.map(parts -> PublicCells.share(amounts.betweenAreas(parts, parts), spent))
            .orElseGet(Cell.Absent::new),
        PublicCells.amount(net),
        count(received.isPresent() || spent.isPresent(), units));
  }

  /** Returns the lines of {@code sector-matrix}; nobody trades with the fund, which only grants. */
  List<List<Cell>> sectorMatrix() {
    return matrix(word(Words::sector, branch), amounts::betweenSectors);
  }

  /** Returns the lines of {@code area-matrix}. */
  List<List<Cell>> areaMatrix() {
    return matrix(
        word(Words::area, area),
        (payer, payee) -> amounts.betweenAreas(List.of(payer), List.of(payee)));
  }

  private List<List<Cell>> matrix(
      Function<Traits, String> word, BiFunction<String, String, Optional<Long>> amountOf) {
    UnitsBySide units = UnitsBySide.of(scope, word, false);
    List<List<Cell>> found = new ArrayList<>();
    for (String payer : labels(traits -> true, word)) {
      for (String payee : labels(traits -> !traits.role().equals(Words.FUND), word)) {
        Optional<Long> amount = amountOf.apply(payer, payee);
        found.add(List.of(
            Cell.code(payer),
            Cell.code(payee),
            PublicCells.amount(amount),
            payer.equals(Words.FUND)
                ? new Cell.Absent()
                : count(amount.isPresent(), units.payers(payer, payee)),
            count(amount.isPresent(), units.payees(payer, payee))));
      }
    }
    return found;
  }

  private Cell count(boolean isShown, int units) {
    return isShown ? cells.count(units) : PublicCells.HIDDEN;
  }

  private static Function<Traits, String> word(
      Function<Traits, String> word, UnaryOperator<String> label) {
    return traits -> label.apply(word.apply(traits));
  }

  /** Returns the labels of some members, in the order of tables; none where a period shows no sums. */
  private NavigableSet<String> labels(Predicate<Traits> which, Function<Traits, String> word) {
    NavigableSet<String> labels = new TreeSet<>(Words.ORDER);
    int accounts = amounts.isEmpty() ? 0 : scope.rows().accounts().size();
    for (int account = 0; account < accounts; account++) {
      if (scope.journal().opened(account) < scope.size() && which.test(scope.traits(account))) {
        labels.add(word.apply(scope.traits(account)));
      }
    }
    return labels;
  }

  /** Returns what stands together in the table by sector. */
  Optional<Text> sectorsTogether() {
    return together(amounts.sectors());
  }

  /** Returns what stands together in the matrix by sector. */
  Optional<Text> branchesTogether() {
    return together(amounts.branches());
  }

  /** Returns what stands together in the tables by area. */
  Optional<Text> areasTogether() {
    return together(amounts.areas());
  }

  private static Optional<Text> together(Gathering gathering) {
    List<String> groups = new ArrayList<>();
    for (String label : gathering.labels()) {
      NavigableSet<String> words = gathering.words(label);
      if (words.size() > 1) {
        groups.add(label + " = " + String.join(" + ", words));
      }
    }
    String all = String.join("; ", groups);
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(new Text(
            "Wat weinig deelnemers heeft, staat bij elkaar: " + all + ".",
            "What has few members stands together: " + all + "."));
  }
}
