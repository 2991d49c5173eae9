package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;

/** Whatever a market does, its tables add up: to the books, and to one another. */
class RandomMarketTablesTest {
  private static final Predicate<String> SECTION = word -> word.matches("[A-U?]");

  @Test
  void tablesAddUp() {
    long first = Effort.seed(RandomMarketTablesTest.class);
    for (long seed = first; seed < first + Effort.of(4, 300); seed++) {
      JournalRows journal = RandomMarket.journal(seed);
      for (Period period : RandomMarket.PERIODS) {
        String where = "seed " + seed + ", " + period;
        check(new Scope(journal, period, journal.size()), where);
        check(new Scope(journal, period, journal.size() * 2 / 3), where + ", earlier");
      }
    }
  }

  private static void check(Scope scope, String where) {
    Books before = books(scope, scope.firstRow());
    Books after = books(scope, scope.endRow());
    long volume = after.volume() - before.volume();
    List<List<Cell>> sectors = Sectors.of(scope).rows();
    List<List<Cell>> sectorMatrix = Matrix.ofSectors(scope).rows();
    assertEquals(volume, sum(sectorMatrix, 2), where);
    assertEquals(margin(sectors, 1), margin(sectorMatrix, 1, 2, SECTION), where);
    assertEquals(margin(sectors, 2), margin(sectorMatrix, 0, 2, SECTION), where);

    List<List<Cell>> areas = Areas.of(scope).rows();
    List<List<Cell>> areaMatrix = Matrix.ofAreas(scope).rows();
    assertEquals(volume, sum(areaMatrix, 2), where);
    assertEquals(margin(areas, 1), margin(areaMatrix, 1, 2, word -> true), where);
    assertEquals(margin(areas, 2), margin(areaMatrix, 0, 2, word -> true), where);
    assertEquals(0, sum(areas, 4), where);

    assertEquals(
        after.economicVolume() - before.economicVolume(), sum(Roles.of(scope).rows(), 1), where);
    assertEquals(after.exited() - before.exited(), sum(Exits.of(scope).rows(), 1), where);
    checkExits(scope, where);
    checkFund(scope, after, where);
  }

  /** What leaves in the first table is what leaves by purpose, and what sectors redeem and suppliers get is part of it. */
  private static void checkExits(Scope scope, String where) {
    List<List<Cell>> exits = Exits.of(scope).rows();
    long left = -Closing.of(scope).rows().stream()
        .filter(row -> word(row, 0).startsWith("out-"))
        .mapToLong(row -> figure(row, 1))
        .sum();
    assertEquals(left, sum(exits, 1), where);
    assertEquals(left, sum(Sectors.of(scope).rows(), 3), where);
    assertEquals(
        margin(exits, 1).getOrDefault("supplier", 0L),
        sum(MissingSuppliers.of(scope).rows(), 1),
        where);
    long fees = margin(exits, 1).getOrDefault("fee", 0L);
    assertEquals(left - fees, sum(SupplyGaps.of(scope).rows(), 2), where);
  }

  private static void checkFund(Scope scope, Books after, String where) {
    List<List<Cell>> months = FundMonths.of(scope).rows();
    int pot = account(scope, "pot");
    List<Cell> last = months.get(months.size() - 1);
    assertEquals(after.balance(pot), figure(last, 4), where);
    long issued = 8_000;
    // All months since the founding are in it.
    assertEquals(
        after.balance(pot), issued + sum(months, 1) + sum(months, 2) - sum(months, 3), where);
    assertEquals(after.contributed(), sum(months, 1), where);
    assertEquals(after.levied(), sum(months, 2), where);
  }

  private static int account(Scope scope, String id) {
    int account = 0;
    while (!scope.rows().accounts().id(account).equals(id)) {
      account++;
    }
    return account;
  }

  private static Books books(Scope scope, int end) {
    Books books = new Books(scope.rows());
    for (int row = 0; row < end; row++) {
      books.fold(row);
    }
    return books;
  }

  private static Map<String, Long> margin(List<List<Cell>> rows, int figure) {
    return margin(rows, 0, figure, word -> true);
  }

  /** Adds a figure up by a word; what adds up to nothing is left out. */
  private static Map<String, Long> margin(
      List<List<Cell>> rows, int word, int figure, Predicate<String> counts) {
    Map<String, Long> sums = new HashMap<>();
    rows.stream()
        .filter(row -> counts.test(word(row, word)))
        .forEach(row -> sums.merge(word(row, word), figure(row, figure), Long::sum));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private static long sum(List<List<Cell>> rows, int figure) {
    return rows.stream().mapToLong(row -> figure(row, figure)).sum();
  }

  private static String word(List<Cell> row, int at) {
    return ((Cell.Code) row.get(at)).text();
  }

  private static long figure(List<Cell> row, int at) {
    return ((Cell.Known) row.get(at)).value().longValueExact();
  }
}
