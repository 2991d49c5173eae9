package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an attacker knows of a {@link Town}'s tables without asking the code under test: which cell covers which. */
final class Reading {
  private static final List<Flow> TRADE = List.of(Flow.PURCHASE, Flow.B2B, Flow.WAGE);

  private Reading() {}

  static boolean covers(Area area, int buurt) {
    int number = number(area.code());
    return switch (area.level()) {
      case BUURT -> number == buurt;
      case WIJK -> number == buurt / 2;
      case GEBIED -> number == buurt / 4;
      case STADSDEEL -> number == buurt / 8;
      case CITY -> true;
    };
  }

  static boolean covers(Sector sector, int division) {
    return switch (sector.level()) {
      case DIVISION -> number(sector.code()) == division;
      case SECTION -> number(sector.code()) == division / 2;
      case ALL -> true;
    };
  }

  static boolean covers(Period period, Period month) {
    return period.year() == month.year()
        && switch (period.length()) {
          case MONTH -> period.number() == month.number();
          case QUARTER -> period.number() == (month.number() - 1) / 3 + 1;
          case YEAR -> true;
        };
  }

  static boolean covers(Flow flow, Flow leaf) {
    return switch (flow) {
      case SPENT -> leaf.hasPayees() && leaf != Flow.REFUNDED;
      case ECONOMIC -> TRADE.contains(leaf);
      case EXITED -> !leaf.hasPayees() && leaf != Flow.HELD;
      default -> flow == leaf;
    };
  }

  static boolean covers(Cell cell, Cell leaf) {
    return covers(cell.flow(), leaf.flow())
        && covers(cell.sector(), number(leaf.sector().code()))
        && covers(cell.area(), number(leaf.area().code()))
        && covers(cell.period(), leaf.period());
  }

  /** Returns a cell's rows as an edition knows them. */
  static List<Contribution> rows(Cell cell, int edition, List<Contribution> rows) {
    List<Contribution> found = new ArrayList<>();
    for (Contribution row : rows) {
      if (row.from() <= edition && edition < row.until() && covers(cell, row.leaf())) {
        found.add(row);
      }
    }
    return found;
  }

  static long amount(List<Contribution> rows) {
    return rows.stream().mapToLong(Contribution::amount).sum();
  }

  /** Adds up amounts by unit, largest first. */
  static List<Long> largest(List<Contribution> rows, boolean byPayee) {
    Map<String, Long> sums = new TreeMap<>();
    rows.forEach(row -> sums.merge(byPayee ? row.payee() : row.payer(), row.amount(), Long::sum));
    return sums.values().stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** Tells whether rows may be shown under rule 3, in the words of the specification. */
  static boolean maybeShown(List<Contribution> rows) {
    boolean isOneSided = rows.stream().noneMatch(row -> row.leaf().flow().hasPayees());
    return sidePasses(largest(rows, false)) && (isOneSided || sidePasses(largest(rows, true)));
  }

  private static boolean sidePasses(List<Long> amounts) {
    if (amounts.size() < 10) {
      return false;
    }
    long total = amounts.stream().mapToLong(Long::longValue).sum();
    long first = amounts.get(0);
    long second = amounts.get(1);
    return first * 2 <= total && (total - first - second) * 10 >= first;
  }

  /** Returns the digit after the letter of a town's code. */
  private static int number(String code) {
    return code.charAt(1) - '0';
  }
}
