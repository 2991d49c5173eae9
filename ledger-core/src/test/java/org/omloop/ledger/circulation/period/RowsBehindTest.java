package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Rule;

/** The rows behind a line add up to what the line says. */
class RowsBehindTest {
  /** Lines whose figure in this column is the sum of their rows, less refunds. */
  private static final Map<String, String> SUMS = Map.of(
      "exits", "amount",
      "sector-matrix", "amount",
      "missing-suppliers", "amount",
      "area-matrix", "amount",
      "provisions", "amount",
      "roles", "received");

  private interface Check {
    void check(Scope scope, PeriodReport report);
  }

  private static void everywhere(Check check) {
    long seed = Effort.seed(RowsBehindTest.class);
    for (int market = 0; market < Effort.of(2, 100); market++) {
      JournalRows journal = RandomMarket.journal(seed + market);
      for (Period period : RandomMarket.PERIODS) {
        Scope scope = new Scope(journal, period, journal.size());
        check.check(scope, PeriodReport.audit(scope, "root"));
      }
    }
  }

  @Test
  void sumsAreOfTheRowsBehindThem() {
    everywhere((scope, report) -> SUMS.forEach((id, column) -> {
      for (List<Cell> line : table(report, id).rows()) {
        assertEquals(
            figure(report, id, line, column),
            sum(scope, id, line, row -> net(scope.rows(), row)),
            id + line);
      }
    }));
  }

  @Test
  void whatClosesIsOfWhatCameInAndLeft() {
    everywhere((scope, report) -> {
      for (List<Cell> line : table(report, "closing").rows()) {
        if (word(line).equals("reserve")) {
          assertEquals(Optional.empty(), RowsBehind.of(scope, "closing", List.of("reserve")));
        } else {
          assertEquals(
              figure(report, "closing", line, "amount"),
              sum(scope, "closing", line, row -> inside(scope.rows(), row)),
              line.toString());
        }
      }
    });
  }

  @Test
  void aSectorOrAreaHasAllThatItReceivedAndSpent() {
    everywhere((scope, report) -> {
      for (List<Cell> line : table(report, "areas").rows()) {
        IntPredicate isOfArea = account -> Words.area(scope.traits(account)).equals(word(line));
        assertEquals(
            figure(report, "areas", line, "net"),
            sum(scope, "areas", line, row -> gained(scope.rows(), row, isOfArea)),
            line.toString());
      }
      for (List<Cell> line : table(report, "sectors").rows()) {
        IntPredicate isOfSector =
            account -> account != Accounts.OUTSIDE && isOf(scope.traits(account), word(line));
        assertEquals(
            figure(report, "sectors", line, "received")
                - figure(report, "sectors", line, "spent")
                - figure(report, "sectors", line, "redeemed"),
            sum(scope, "sectors", line, row -> gained(scope.rows(), row, isOfSector)),
            line.toString());
      }
    });
  }

  private static boolean isOf(Traits traits, String sector) {
    return Words.isOrganisation(traits) && Words.sector(traits).equals(sector);
  }

  @Test
  void theFundsRowsMoveItsBalance() {
    everywhere((scope, report) -> {
      IntPredicate isFund =
          account -> account != Accounts.OUTSIDE && scope.traits(account).role().equals(Words.FUND);
      List<List<Cell>> months = table(report, "fund").rows();
      for (int at = 1; at < months.size(); at++) {
        assertEquals(
            figure(report, "fund", months.get(at), "balance")
                - figure(report, "fund", months.get(at - 1), "balance"),
            sum(scope, "fund", months.get(at), row -> gained(scope.rows(), row, isFund)));
      }
    });
  }

  /** With every lot followed and with merged lots, by each rule. */
  @Test
  void aProgrammesLineHasWhatItsMoneyDid() {
    for (int most : List.of(TracedPeriods.MOST_ROWS_IN_LOTS, 0)) {
      JournalRows journal = RandomMarket.journal(Effort.seed(RowsBehindTest.class));
      Scope scope = new Scope(journal, Period.year(2026), journal.size());
      Line.of(Programmes.of(TracedPeriods.of(scope, most))).forEach(line -> {
        Rule rule = Rule.named(line.word("rule")).orElseThrow();
        RowsBehind behind = RowsBehind.programme(scope, line.word("programme"), rule, most);
        Rows rows = scope.rows();
        assertEquals(
            amount(line, "granted"), parts(behind, row -> rows.movement(row) == Movement.INFLOW));
        assertEquals(
            amount(line, "spent"),
            parts(behind, row -> rows.movement(row) == Movement.HOP)
                - parts(behind, row -> rows.movement(row) == Movement.REFUND));
        assertEquals(
            amount(line, "redeemed"),
            parts(behind, row -> rows.kind(row).wireName().equals("redeem")));
        assertEquals(
            amount(line, "granted") - parts(behind, row -> rows.movement(row) == Movement.EXIT),
            amount(line, "inside"));
        assertTrue(
            behind.rows().allMatch(row -> behind.part(row).orElseThrow() <= rows.amount(row)));
      });
    }
  }

  private static long amount(Line line, String column) {
    return line.value(column).orElseThrow().longValueExact();
  }

  private static long parts(RowsBehind behind, IntPredicate which) {
    return behind
        .rows()
        .filter(which)
        .mapToLong(row -> behind.part(row).orElseThrow())
        .sum();
  }

  @Test
  void aLineThatNeedsNoRuleHasWholeRows() {
    JournalRows journal = RandomMarket.journal(1);
    Scope scope = new Scope(journal, Period.year(2026), journal.size());
    RowsBehind behind = RowsBehind.of(scope, "closing", List.of("closing")).orElseThrow();
    assertTrue(behind.rows().allMatch(row -> behind.part(row).isEmpty()));
  }

  @Test
  void whatIsNoSumHasNoRows() {
    everywhere((scope, report) -> {
      assertEquals(
          Optional.empty(), RowsBehind.of(scope, "distribution", List.of("gini-holdings")));
      assertTrue(RowsBehind.of(scope, "nothing", List.of("x")).isEmpty());
    });
  }

  private static long sum(Scope scope, String table, List<Cell> line, IntToLongFunction part) {
    List<String> words = line.stream()
        .filter(Cell.Code.class::isInstance)
        .map(cell -> ((Cell.Code) cell).text())
        .toList();
    return RowsBehind.of(scope, table, words)
        .orElseThrow()
        .rows()
        .mapToLong(part)
        .sum();
  }

  private static long net(Rows rows, int row) {
    return rows.movement(row) == Movement.REFUND ? -rows.amount(row) : rows.amount(row);
  }

  private static long inside(Rows rows, int row) {
    return rows.movement(row) == Movement.EXIT ? -rows.amount(row) : rows.amount(row);
  }

  private static long gained(Rows rows, int row, IntPredicate accounts) {
    long received = accounts.test(rows.payee(row)) ? rows.amount(row) : 0;
    return received - (accounts.test(rows.payer(row)) ? rows.amount(row) : 0);
  }

  private static String word(List<Cell> line) {
    return ((Cell.Code) line.get(0)).text();
  }

  private static Table table(PeriodReport report, String id) {
    return report.tables().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static long figure(PeriodReport report, String id, List<Cell> line, String column) {
    List<Column> columns = table(report, id).columns();
    int at = IntStream.range(0, columns.size())
        .filter(each -> columns.get(each).id().equals(column))
        .findFirst()
        .orElseThrow();
    return ((Cell.Known) line.get(at)).value().longValueExact();
  }
}
