package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.journal.EntryKind;

/**
 * The rows of the journal that one line of a report adds up, refunds among them, which it takes off. Where the line needs
 * a tracing rule only a part of each row belongs to it. Immutable, as long as no rows are added.
 */
public final class RowsBehind {
  private final int from;
  private final int to;
  private final IntPredicate belongs;
  private final Map<Integer, Long> parts;

  private RowsBehind(int from, int to, IntPredicate belongs) {
    this(from, to, belongs, Map.of());
  }

  private RowsBehind(int from, int to, IntPredicate belongs, Map<Integer, Long> parts) {
    this.from = from;
    this.to = to;
    this.belongs = belongs;
    this.parts = parts;
  }

  /**
   * Finds the rows behind a line of an exact report.
   *
   * @param scope what the report read
   * @param words the line's words, names and periods, in order
   * @return empty where the line's figures are no sum of rows
   */
  public static Optional<RowsBehind> of(Scope scope, String table, List<String> words) {
    return switch (table) {
      case "closing" -> closing(scope, words.get(0));
      case "exits" -> Optional.of(exits(scope, words.get(0)));
      case "sectors" -> Optional.of(sector(scope, words.get(0)));
      case "sector-matrix" -> Optional.of(matrix(scope, Words::sector, words));
      case "missing-suppliers" -> Optional.of(missing(scope, words.get(0)));
      case "areas" -> Optional.of(area(scope, words.get(0)));
      case "area-matrix" -> Optional.of(matrix(scope, Words::area, words));
      case "fund" -> Period.named(words.get(0)).map(month -> fund(scope, month));
      case "provisions" -> Optional.of(provision(scope, words.get(0)));
      case "programmes" ->
        Rule.named(words.get(1))
            .map(rule -> programme(scope, words.get(0), rule, TracedPeriods.MOST_ROWS_IN_LOTS));
      case "roles" -> Optional.of(role(scope, words.get(0)));
      default -> Optional.empty();
    };
  }

  private static RowsBehind inPeriod(Scope scope, IntPredicate belongs) {
    return new RowsBehind(scope.firstRow(), scope.endRow(), belongs);
  }

  private static Optional<RowsBehind> closing(Scope scope, String item) {
    Rows rows = scope.rows();
    IntPredicate entersOrLeaves =
        row -> rows.movement(row) == Movement.INFLOW || rows.movement(row) == Movement.EXIT;
    return switch (item) {
      case ClosingItems.OPENING -> Optional.of(new RowsBehind(0, scope.firstRow(), entersOrLeaves));
      case ClosingItems.CLOSING -> Optional.of(new RowsBehind(0, scope.endRow(), entersOrLeaves));
      case ClosingItems.RESERVE -> Optional.empty();
      default -> Optional.of(inPeriod(scope, row -> closingItem(rows, row).equals(item)));
    };
  }

  private static String closingItem(Rows rows, int row) {
    return switch (rows.movement(row)) {
      case INFLOW -> ClosingItems.inflow(rows.kind(row));
      case EXIT -> ClosingItems.exit(rows.kind(row));
      default -> "";
    };
  }

  private static RowsBehind exits(Scope scope, String purpose) {
    return inPeriod(
        scope,
        row -> scope.rows().movement(row) == Movement.EXIT
            && Exits.word(scope, row).equals(purpose));
  }

  private static RowsBehind sector(Scope scope, String sector) {
    Rows rows = scope.rows();
    IntPredicate isOfSector = account -> account != Accounts.OUTSIDE
        && Words.isOrganisation(scope.traits(account))
        && Words.sector(scope.traits(account)).equals(sector);
    return inPeriod(
        scope,
        row -> isTraded(rows, row) && isPartyTo(rows, row, isOfSector)
            || rows.movement(row) == Movement.EXIT
                && rows.kind(row) == EntryKind.REDEEM
                && isOfSector.test(rows.payer(row)));
  }

  private static RowsBehind area(Scope scope, String area) {
    Rows rows = scope.rows();
    IntPredicate isOfArea = account -> Words.area(scope.traits(account)).equals(area);
    return inPeriod(scope, row -> isTraded(rows, row) && isPartyTo(rows, row, isOfArea));
  }

  private static boolean isPartyTo(Rows rows, int row, IntPredicate accounts) {
    return accounts.test(rows.payer(row)) || accounts.test(rows.payee(row));
  }

  private static RowsBehind matrix(Scope scope, Function<Traits, String> word, List<String> pair) {
    Rows rows = scope.rows();
    return inPeriod(scope, row -> {
      if (!isTraded(rows, row)) {
        return false;
      }
      int hop = hop(rows, row);
      return word.apply(scope.traits(rows.payer(hop))).equals(pair.get(0))
          && word.apply(scope.traits(rows.payee(hop))).equals(pair.get(1));
    });
  }

  private static RowsBehind missing(Scope scope, String division) {
    return inPeriod(
        scope,
        row -> MissingSuppliers.isForSupplier(scope, row)
            && MissingSuppliers.division(scope, row).equals(division));
  }

  private static RowsBehind fund(Scope scope, Period month) {
    Rows rows = scope.rows();
    IntPredicate isFund =
        account -> account != Accounts.OUTSIDE && scope.traits(account).role().equals(Words.FUND);
    return new RowsBehind(
        scope.rowsBefore(month.start()),
        scope.rowsBefore(month.end()),
        row -> isPartyTo(rows, row, isFund));
  }

  private static RowsBehind provision(Scope scope, String provision) {
    Rows rows = scope.rows();
    return inPeriod(
        scope,
        row -> isTraded(rows, row)
            && rows.kind(hop(rows, row)) == EntryKind.PURCHASE
            && Provision.of(scope.traits(rows.payee(hop(rows, row))).sector())
                .filter(found -> found.wireName().equals(provision))
                .isPresent());
  }

  private static RowsBehind role(Scope scope, String role) {
    Rows rows = scope.rows();
    return inPeriod(
        scope,
        row -> isTraded(rows, row)
            && Traded.isEconomic(rows.kind(hop(rows, row)))
            && scope.traits(rows.payee(hop(rows, row))).role().equals(role));
  }

  /** What a programme granted, and what its money did by a rule, since the ledger began. */
  static RowsBehind programme(Scope scope, String programme, Rule rule, int mostRowsInLots) {
    Map<Integer, Long> parts = ProgrammeRows.of(scope, programme, rule, mostRowsInLots);
    return new RowsBehind(0, scope.endRow(), parts::containsKey, parts);
  }

  private static boolean isTraded(Rows rows, int row) {
    return rows.movement(row) == Movement.HOP || Traded.isRefundOfHop(rows, row);
  }

  /** Returns the hop that a row is, or refunds: its parties and its kind are those that count. */
  private static int hop(Rows rows, int row) {
    return rows.movement(row) == Movement.REFUND ? rows.original(row) : row;
  }

  /** Returns the rows' numbers, rising. */
  public IntStream rows() {
    return IntStream.range(from, to).filter(belongs);
  }

  /** Returns how much of a row belongs to the line by its rule, in minor units; empty where no rule is needed. */
  public OptionalLong part(int row) {
    Long part = parts.get(row);
    return part == null ? OptionalLong.empty() : OptionalLong.of(part);
  }
}
