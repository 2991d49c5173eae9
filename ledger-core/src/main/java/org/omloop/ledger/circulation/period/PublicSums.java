package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Place;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * The public form of tables that are sums over rows. Amounts are those that were decided, shares are worked out from
 * public amounts, counts stand beside shown amounts only. Which lines there are follows from the members and from fixed
 * lists.
 */
final class PublicSums {
  /** Stands for all branches that the list of missing suppliers does not show. */
  private static final String OTHERS = "other";

  private static final int MONTHS_OF_QUARTER = 3;

  /** What moves the fund. */
  private static final List<String> FUND = List.of("contributed", "levied", "granted");

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

  /** Returns the lines of {@code exits}, which are parts of what C1 tells of all that left. */
  List<List<Cell>> exits(Table audit) {
    long all = Line.of(audit).stream()
        .flatMap(line -> line.value("amount").stream())
        .mapToLong(amount -> amount.longValueExact())
        .sum();
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      String word = line.word("purpose");
      Optional<Long> amount = amounts.at(Place.of("exits", "amount", word));
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
    for (String division :
        amounts.isEmpty() ? List.<String>of() : PublicQuarter.divisions().keySet()) {
      Optional<Long> amount = missing(division);
      if (amount.filter(shown -> shown != 0).isPresent()) {
        found.add(List.of(
            Cell.code(division),
            PublicCells.amount(amount),
            count(true, lines, List.of(division), "units")));
      }
    }
    found.addAll(missingBySection());
    found.add(List.of(Cell.code(OTHERS), PublicCells.HIDDEN, PublicCells.HIDDEN));
    return found;
  }

  /** Returns the sections that are shown of which a division is not: what that climbs to (rule 5). */
  private List<List<Cell>> missingBySection() {
    NavigableMap<String, Boolean> sections = new TreeMap<>();
    PublicQuarter.divisions()
        .forEach((division, section) ->
            sections.merge(section, missing(division).isEmpty(), Boolean::logicalOr));
    sections.remove(Words.UNKNOWN);
    List<List<Cell>> found = new ArrayList<>();
    sections.forEach((section, isHiding) -> {
      Optional<Long> amount = missing(section);
      if (isHiding && amount.filter(shown -> shown != 0).isPresent()) {
        found.add(List.of(
            Cell.code(section), PublicCells.amount(amount), cells.count(missingUnits(section))));
      }
    });
    return found;
  }

  private int missingUnits(String section) {
    Rows rows = scope.rows();
    BitSet units = new BitSet();
    for (int row = scope.firstRow(); row < scope.endRow(); row++) {
      if (MissingSuppliers.isForSupplier(scope, row)
          && Sbi.section(MissingSuppliers.division(scope, row)).equals(section)) {
        units.set(rows.accounts().unit(rows.payer(row)));
      }
    }
    return units.cardinality();
  }

  /** Returns the lines of {@code missing-suppliers} without those of sections, which hold divisions that have a line. */
  static List<List<Cell>> ofDivisions(List<List<Cell>> lines) {
    return lines.stream()
        .filter(line -> !(line.get(0) instanceof Cell.Code code
            && code.text().length() == 1
            && Character.isLetter(code.text().charAt(0))))
        .toList();
  }

  private Optional<Long> missing(String branch) {
    return amounts.at(Place.of("missing-suppliers", "amount", branch));
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

  /** Returns what all programmes granted since the ledger was founded, as far as quarters are over. */
  Optional<Long> granted() {
    return editions.amountsUntil(scope.period()).at(Place.of("programmes", "granted"));
  }

  /** Returns the lines of {@code fund}: months whose quarter is over; a balance is one unit's, and single grants make the rest. */
  List<List<Cell>> fund(Table audit) {
    List<List<Cell>> found = new ArrayList<>();
    for (Line line : Line.of(audit)) {
      Period month = month(line);
      Optional<DecidedQuarter> decided = decided(quarter(month));
      String number = Integer.toString((month.number() - 1) % MONTHS_OF_QUARTER);
      List<Cell> row = new ArrayList<>(List.of(line.cell("month")));
      for (String column : FUND) {
        row.add(PublicCells.amount(
            decided.flatMap(each -> each.tables().amount(Place.of("fund", column, number)))));
      }
      row.addAll(List.of(PublicCells.HIDDEN, PublicCells.HIDDEN, PublicCells.HIDDEN));
      found.add(row);
    }
    return found;
  }

  /** Returns all that was paid to and by the fund in the table's months; empty where a part of it is not public. */
  Optional<Long> movedByFund(Table audit) {
    List<Period> quarters =
        Line.of(audit).stream().map(line -> quarter(month(line))).distinct().toList();
    long all = 0;
    for (Period quarter : quarters) {
      for (String column : FUND) {
        Optional<Long> amount =
            decided(quarter).flatMap(each -> each.tables().amount(Place.of(column, "amount")));
        if (amount.isEmpty()) {
          return Optional.empty();
        }
        all += amount.get();
      }
    }
    return Optional.of(all);
  }

  private Optional<DecidedQuarter> decided(Period quarter) {
    return quarter.end() <= scope.end() ? editions.decided(quarter) : Optional.empty();
  }

  private static Period month(Line line) {
    return Period.named(line.word("month")).orElseThrow();
  }

  private static Period quarter(Period month) {
    return Period.quarter(
        month.year(), (month.number() + MONTHS_OF_QUARTER - 1) / MONTHS_OF_QUARTER);
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
}
