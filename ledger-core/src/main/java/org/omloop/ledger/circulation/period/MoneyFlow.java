package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.coins.CoinPath;
import org.omloop.ledger.circulation.coins.MarkedCoins;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.order.Purpose;

/**
 * Where money went that came in during the year up to the period's end, by marked coins. A line's money leaves a node
 * of its step: 0 are programmes, 1 who received first, 2 who received by the first hop, 3 who had it last after two hops
 * or more. What a step receives it passes on, to the next step or to an end: inside, or out by a purpose.
 */
final class MoneyFlow {
  private static final List<Column> COLUMNS = List.of(
      new Column("step", new Text("Stap", "Step"), Column.Kind.COUNT),
      new Column("from", new Text("Van", "From"), Column.Kind.WORD),
      new Column("to", new Text("Naar", "To"), Column.Kind.WORD),
      new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT),
      new Column("share", new Text("Deel", "Share"), Column.Kind.SHARE));
  private static final int LAST_STEP = 3;

  /** Money that no programme granted. */
  private static final String NO_PROGRAMME = EntryKind.ISSUE.wireName();

  /** Money that an account paid below zero. */
  private static final String CREDIT = EntryKind.CREDIT.wireName();

  private static final String INSIDE = "inside";
  private static final String OUT = "out-";

  /** All nodes but programmes, which come before, by name. */
  private static final List<String> ORDER = Stream.of(
          Stream.of(NO_PROGRAMME, CREDIT),
          Arrays.stream(Role.values()).map(Role::wireName),
          "ABCDEFGHIJKLMNOPQRSTU".chars().mapToObj(Character::toString),
          Stream.of(Words.UNKNOWN, INSIDE),
          Arrays.stream(Purpose.values()).map(purpose -> OUT + purpose.wireName()),
          Stream.of(EntryKind.DEMURRAGE, EntryKind.REFUND, EntryKind.CREDIT)
              .map(kind -> OUT + kind.wireName()))
      .flatMap(each -> each)
      .toList();

  private record Link(int step, String from, String to) {}

  private static final Comparator<String> NODES =
      Comparator.<String>comparingInt(ORDER::indexOf).thenComparing(Comparator.naturalOrder());

  private final Scope scope;
  private final Rows rows;
  private final String[] roles;
  private final String[] sectors;
  private final Map<Link, Long> coins = new TreeMap<>(Comparator.comparingInt(Link::step)
      .thenComparing(Link::from, NODES)
      .thenComparing(Link::to, NODES));

  private MoneyFlow(Scope scope) {
    this.scope = scope;
    this.rows = scope.rows();
    this.roles = Words.ofAccounts(scope, MoneyFlow::role);
    this.sectors = Words.ofAccounts(scope, Words::sector);
  }

  /**
   * Makes the table.
   *
   * @param all coins of all money up to the period's end: of the year's, where there was none before
   */
  static Table of(Scope scope, MarkedCoins all) {
    int first = scope.rowsBefore(scope.yearStart());
    return new MoneyFlow(scope)
        .table(
            first == 0
                ? all
                : MarkedCoins.of(scope.rows(), first, scope.endRow(), Offset.hashed()));
  }

  private Table table(MarkedCoins marked) {
    for (int coin = 0; coin < marked.size(); coin++) {
      follow(marked.path(coin));
    }
    List<List<Cell>> lines = new ArrayList<>();
    coins.forEach((link, count) -> lines.add(List.of(
        Cell.of(link.step()),
        Cell.code(link.from()),
        Cell.code(link.to()),
        Cell.of(count * marked.spacing()),
        Cell.of(SixDecimals.ratio(count, marked.size())))));
    return new Table(
        "flow",
        new Text("Waar het geld heen ging", "Where the money went"),
        List.of("C11", "C13"),
        COLUMNS,
        lines,
        Optional.of(note(marked)));
  }

  private static Text note(MarkedCoins marked) {
    return marked.size() == 0
        ? new Text(
            "In het jaar tot het eind van de periode kwam geen geld binnen.",
            "No money came in during the year up to the period's end.")
        : new Text(
            "Geld dat binnenkwam in het jaar tot het eind van de periode; geschat met "
                + marked.size() + " gemerkte munten.",
            "Money that came in during the year up to the period's end, by " + marked.size()
                + " marked coins.");
  }

  private void follow(CoinPath path) {
    String programme = scope
        .journal()
        .programmeOf(path.inflow())
        .orElse(rows.kind(path.inflow()) == EntryKind.CREDIT ? CREDIT : NO_PROGRAMME);
    List<String> holders = holders(path);
    String end = end(path.last());
    count(0, programme, holders.get(0));
    int last = holders.size() - 1;
    for (int step = 1; step <= Math.min(last, LAST_STEP - 1); step++) {
      boolean isCut = step == LAST_STEP - 1;
      count(step, holders.get(step - 1), holders.get(isCut ? last : step));
    }
    count(Math.min(last + 1, LAST_STEP), holders.get(last), end);
  }

  private void count(int step, String from, String to) {
    coins.merge(new Link(step, from, to), 1L, Long::sum);
  }

  /** Returns who received first and who received by each hop that was not taken back, in order. */
  private List<String> holders(CoinPath path) {
    List<String> holders = new ArrayList<>();
    for (int row : path.rows()) {
      if (rows.movement(row) == Movement.INFLOW) {
        holders.add(roles[rows.payee(row)]);
      } else if (rows.hopChange(row) > 0) {
        holders.add(sectors[rows.payee(row)]);
      } else if (rows.hopChange(row) < 0 && holders.size() > 1) {
        // Back to the one before, who may be another where a refund took more than it was of.
        holders.remove(holders.size() - 1);
        if (holders.size() > 1) {
          holders.set(holders.size() - 1, sectors[rows.payee(row)]);
        }
      }
    }
    return holders;
  }

  private static String role(Traits traits) {
    return traits.role().isEmpty() ? Words.UNKNOWN : traits.role();
  }

  private String end(int row) {
    return rows.movement(row) == Movement.EXIT ? OUT + Exits.word(scope, row) : INSIDE;
  }
}
