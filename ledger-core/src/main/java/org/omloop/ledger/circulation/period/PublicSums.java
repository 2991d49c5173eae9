package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.omloop.ledger.circulation.disclosure.DecidedTables;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Place;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.order.Purpose;

/**
 * The public form of tables that are sums over rows. Amounts are those that were decided, shares are worked out from
 * public amounts, counts stand beside shown amounts only. Which lines there are follows from the members and from fixed
 * lists.
 */
final class PublicSums {
  /** Stands for all branches that the list of missing suppliers does not show. */
  private static final String OTHERS = "other";

  private static final int MONTHS_OF_QUARTER = 3;

  private final Scope scope;
  private final PublicEditions editions;
  private final PublicAmounts amounts;
  private final PublicCells cells;

  PublicSums(Scope scope, PublicEditions editions, PublicCells cells) {
    this.scope = scope;
    this.editions = editions;
    this.amounts = editions.amounts(scope.period());
    this.cells = cells;
  }

  /** Returns the lines of {@code sectors}. */
  List<List<Cell>> sectors(Table audit) {
    Map<List<String>, Line> lines = byWords(audit);
    List<List<Cell>> found = new ArrayList<>();
    for (String sector : words(Words::isOrganisation, Words::sector)) {
      Optional<Long> received = amounts.at(Place.of("sectors", "received", sector));
      Optional<Long> spent = amounts.at(Place.of("sectors", "spent", sector));
      Optional<Long> redeemed = amounts.at(Place.of("sectors", "redeemed", sector));
      boolean isShown = received.isPresent() || spent.isPresent() || redeemed.isPresent();
      found.add(List.of(
          Cell.code(sector),
          PublicCells.amount(received),
          PublicCells.amount(spent),
          PublicCells.amount(redeemed),
          PublicCells.share(redeemed, received),
          count(isShown, lines, List.of(sector), "organisations")));
    }
    return found;
  }

  /** Returns the lines of {@code areas}. */
  List<List<Cell>> areas(Table audit) {
    Map<List<String>, Line> lines = byWords(audit);
    List<List<Cell>> found = new ArrayList<>();
    for (String area : words(traits -> true, Words::area)) {
      Optional<Long> received = amounts.at(Place.of("areas", "received", area));
      Optional<Long> spent = amounts.at(Place.of("areas", "spent", area));
      Optional<Long> own = amounts.at(Place.of("area-matrix", "amount", area, area));
      Optional<Long> net = received.flatMap(in -> spent.map(out -> in - out));
      boolean isShown = received.isPresent() || spent.isPresent();
      found.add(List.of(
          Cell.code(area),
          PublicCells.amount(received),
          PublicCells.amount(spent),
          area.equals(Words.UNKNOWN) ? new Cell.Absent() : PublicCells.share(own, spent),
          PublicCells.amount(net),
          count(isShown, lines, List.of(area), "units")));
    }
    return found;
  }

  /** Returns the lines of {@code sector-matrix}; nobody trades with the fund, which only grants. */
  List<List<Cell>> sectorMatrix(Table audit) {
    return matrix(audit, Words::sector);
  }

  /** Returns the lines of {@code area-matrix}. */
  List<List<Cell>> areaMatrix(Table audit) {
    return matrix(audit, Words::area);
  }

  private List<List<Cell>> matrix(Table audit, Function<Traits, String> word) {
    Map<List<String>, Line> lines = byWords(audit);
    List<List<Cell>> found = new ArrayList<>();
    for (String payer : words(traits -> true, word)) {
      for (String payee : words(traits -> !traits.role().equals(Words.FUND), word)) {
        Optional<Long> amount = amounts.at(Place.of(audit.id(), "amount", payer, payee));
        List<String> words = List.of(payer, payee);
        found.add(List.of(
            Cell.code(payer),
            Cell.code(payee),
            PublicCells.amount(amount),
            payer.equals(Words.FUND)
                ? new Cell.Absent()
                : count(amount.isPresent(), lines, words, "payers"),
            count(amount.isPresent(), lines, words, "payees")));
      }
    }
    return found;
  }

  /** Returns the lines of {@code exits}: what is no redemption is told by C1. */
  List<List<Cell>> exits(Table audit) {
    long all = Line.of(audit).stream()
        .flatMap(line -> line.value("amount").stream())
        .mapToLong(amount -> amount.longValueExact())
        .sum();
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      String word = line.word("purpose");
      Optional<Long> amount = Purpose.named(word).isPresent()
          ? amounts.at(Place.of("exits", "amount", word))
          : line.value("amount").map(exact -> exact.longValueExact());
      found.add(List.of(
          Cell.code(word),
          PublicCells.amount(amount),
          PublicCells.share(amount, Optional.of(all)),
          amount.isPresent() ? cells.count(Optional.of(line), "units") : PublicCells.HIDDEN));
    }
    return found;
  }

  /** Returns the lines of {@code missing-suppliers}: those that are shown, then all others together. */
  List<List<Cell>> missingSuppliers(Table audit) {
    Map<List<String>, Line> lines = byWords(audit);
    List<List<Cell>> found = new ArrayList<>();
    for (String division : amounts.isEmpty() ? List.<String>of() : PublicQuarter.divisions()) {
      Optional<Long> amount = amounts.at(Place.of("missing-suppliers", "amount", division));
      if (amount.filter(shown -> shown != 0).isPresent()) {
        found.add(List.of(
            Cell.code(division),
            PublicCells.amount(amount),
            count(true, lines, List.of(division), "units")));
      }
    }
    found.add(List.of(Cell.code(OTHERS), PublicCells.HIDDEN, PublicCells.HIDDEN));
    return found;
  }

  /** Returns the lines of {@code provisions}. */
  List<List<Cell>> provisions(Table audit) {
    return byWord(audit, "amount", amounts.at(Place.of("provisions", "amount")), "organisations");
  }

  /** Returns the lines of {@code roles}. */
  List<List<Cell>> roles(Table audit) {
    return byWord(audit, "received", amounts.at(Place.of("roles", "received")), "units");
  }

  private List<List<Cell>> byWord(
      Table audit, String column, Optional<Long> whole, String counted) {
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      String word = line.words().get(0);
      Optional<Long> amount = amounts.at(Place.of(audit.id(), column, word));
      found.add(List.of(
          Cell.code(word),
          PublicCells.amount(amount),
          PublicCells.share(amount, whole),
          amount.isPresent() ? cells.count(Optional.of(line), counted) : PublicCells.HIDDEN));
    }
    return found;
  }

  /** Returns the lines of {@code programmes}: what was granted, as the sum of all quarters; nothing of what was traced. */
  List<List<Cell>> programmes(Table audit) {
    PublicAmounts sinceFounding = editions.amountsUntil(scope.period());
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      Optional<Long> granted =
          sinceFounding.at(Place.of("programmes", "granted", line.word("programme")));
      List<Cell> row = new ArrayList<>(line.hidden());
      row.set(2, PublicCells.amount(granted));
      row.set(
          3,
          granted.isPresent() ? cells.count(Optional.of(line), "receivers") : PublicCells.HIDDEN);
      found.add(row);
    }
    return found;
  }

  /** Returns the lines of {@code fund}: months whose quarter is over; a balance is one unit's, and single grants make the rest. */
  List<List<Cell>> fund(Table audit) {
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      Period month = Period.named(line.word("month")).orElseThrow();
      Period quarter = Period.quarter(
          month.year(), (month.number() + MONTHS_OF_QUARTER - 1) / MONTHS_OF_QUARTER);
      Optional<DecidedTables> decided =
          quarter.end() <= scope.end() ? editions.decided(quarter) : Optional.empty();
      String number = Integer.toString((month.number() - 1) % MONTHS_OF_QUARTER);
      List<Cell> row = new ArrayList<>(List.of(line.cell("month")));
      for (String column : List.of("contributed", "levied", "granted")) {
        row.add(PublicCells.amount(
            decided.flatMap(each -> each.amount(Place.of("fund", column, number)))));
      }
      row.addAll(List.of(PublicCells.HIDDEN, PublicCells.HIDDEN, PublicCells.HIDDEN));
      found.add(row);
    }
    return found;
  }

  private Cell count(
      boolean isShown, Map<List<String>, Line> lines, List<String> words, String column) {
    return isShown
        ? cells.count(Optional.ofNullable(lines.get(words)), column)
        : PublicCells.HIDDEN;
  }

  private static Map<List<String>, Line> byWords(Table audit) {
    Map<List<String>, Line> lines = new HashMap<>();
    Line.of(audit).forEach(line -> lines.put(line.words(), line));
    return lines;
  }

  /** Returns the words of some members, in the order of tables; none where a period shows no sums. */
  private NavigableSet<String> words(Predicate<Traits> which, Function<Traits, String> word) {
    NavigableSet<String> words = new TreeSet<>(Words.ORDER);
    int accounts = amounts.isEmpty() ? 0 : scope.rows().accounts().size();
    for (int account = 0; account < accounts; account++) {
      if (scope.journal().opened(account) < scope.size() && which.test(scope.traits(account))) {
        words.add(word.apply(scope.traits(account)));
      }
    }
    return words;
  }
}
