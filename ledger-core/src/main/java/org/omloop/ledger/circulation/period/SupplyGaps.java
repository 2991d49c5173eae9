package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Where money leaves the circuit for want of a member to pay: redemptions of a period by the division they go to and
 * their purpose, beside the organisations of that division inside and who redeemed most. For the operator; no part of a
 * report.
 */
public final class SupplyGaps {
  private static final List<Column> COLUMNS = List.of(
      new Column("sector", new Text("Branche", "Sector"), Column.Kind.WORD),
      new Column("purpose", new Text("Waarvoor", "Purpose"), Column.Kind.WORD),
      new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT),
      new Column("units", new Text("Deelnemers", "Participants"), Column.Kind.COUNT),
      new Column("local", new Text("In de kring", "Inside"), Column.Kind.COUNT),
      new Column("most", new Text("Wisselde het meest in", "Redeemed most"), Column.Kind.NAME),
      new Column("most_amount", new Text("Daarvan", "Of that"), Column.Kind.AMOUNT));
  private static final Text UNDECLARED = new Text(
      "Een vraagteken: bij het inwisselen is geen branche genoemd.",
      "A question mark: no sector was named when redeeming.");
  private static final Text NOTHING_REDEEMED =
      new Text("In deze periode is niets ingewisseld.", "Nothing was redeemed in this period.");

  private record Gap(String division, String purpose) {}

  /** What was redeemed into one gap. */
  private static final class Redeemed {
    private final Tally all = new Tally();
    /** Minor units by account. */
    private final Map<Integer, Long> byAccount = new HashMap<>();

    void add(Accounts accounts, int account, long amount) {
      all.add(accounts.unit(account), amount);
      byAccount.merge(account, amount, Math::addExact);
    }

    /** Tells whether a unit redeemed that is not this account's. */
    boolean isByOtherThan(Accounts accounts, int account) {
      return byAccount.keySet().stream()
          .anyMatch(each -> accounts.unit(each) != accounts.unit(account));
    }

    /** Returns who redeemed most; of several the first by id. */
    Map.Entry<Integer, Long> most(Accounts accounts) {
      return byAccount.entrySet().stream()
          .min(Comparator.<Map.Entry<Integer, Long>>comparingLong(each -> -each.getValue())
              .thenComparing(each -> accounts.id(each.getKey()), CodePoints::compare))
          .orElseThrow();
    }
  }

  private SupplyGaps() {}

  /** Returns the table {@code supply-gaps}; the operator's fees are no gap. */
  public static Table of(Scope scope) {
    Rows rows = scope.rows();
    Accounts accounts = rows.accounts();
    Map<Gap, Redeemed> gaps =
        new TreeMap<>(Comparator.comparing(Gap::division, Words.ORDER).thenComparing(Gap::purpose));
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      if (Sought.isSought(scope, row)) {
        gaps.computeIfAbsent(
                new Gap(Sought.division(scope, row), Exits.word(scope, row)), gap -> new Redeemed())
            .add(accounts, rows.payer(row), rows.amount(row));
      }
    }
    List<List<Cell>> lines = new ArrayList<>();
    gaps.forEach((gap, redeemed) -> {
      Map.Entry<Integer, Long> most = redeemed.most(accounts);
      lines.add(List.of(
          Cell.code(gap.division()),
          Cell.code(gap.purpose()),
          Cell.of(redeemed.all.amount()),
          Cell.of(redeemed.all.units()),
          local(scope, gap.division(), redeemed),
          Cell.code(accounts.id(most.getKey())),
          Cell.of(most.getValue())));
    });
    return new Table(
        "supply-gaps",
        new Text("Waar ontbreken leveranciers?", "Where are suppliers missing?"),
        List.of("C13"),
        COLUMNS,
        lines,
        Optional.of(lines.isEmpty() ? NOTHING_REDEEMED : UNDECLARED));
  }

  /**
   * Returns how many organisations of a division are open at the period's end and could have sold to somebody who redeemed;
   * "." where the division is not known. Nobody buys from itself.
   */
  private static Cell local(Scope scope, String division, Redeemed redeemed) {
    if (division.equals(Sbi.UNKNOWN)) {
      return new Cell.Absent();
    }
    return Cell.of(IntStream.range(0, scope.rows().accounts().size())
        .filter(scope::isOpen)
        .filter(account -> Words.isOrganisation(scope.traits(account)))
        .filter(account -> Sbi.division(scope.traits(account).sector()).equals(division))
        .filter(account -> redeemed.isByOtherThan(scope.rows().accounts(), account))
        .count());
  }
}
