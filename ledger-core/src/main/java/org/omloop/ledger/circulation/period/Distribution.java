package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * How evenly money is spread (C25, C26): what members hold at the period's end, what residents received of others in
 * it, and what organisations earned in it. Where it says holders or receivers, members with nothing are left out.
 */
final class Distribution {
  private static final List<Column> COLUMNS = List.of(
      new Column("measure", new Text("Maat", "Measure"), Column.Kind.WORD),
      new Column("value", new Text("Waarde", "Value"), Column.Kind.RATIO),
      new Column("units", new Text("Deelnemers", "Participants"), Column.Kind.COUNT));
  private static final Text WHO = new Text(
      "Saldi zijn van alle deelnemers, zonder de buurtpot. Ontvangsten zijn van bewoners, zonder wat "
          + "een programma hun toekende. Concentratie is van wat organisaties verdienden. Een "
          + "punt: er was niets te verdelen.",
      "Holdings are of all members but the fund. Receipts are residents', without what programmes "
          + "granted. Concentration is of what organisations earned. A dot: there was "
          + "nothing to spread.");
  private static final int TOP = 10;

  private Distribution() {}

  static Table of(Scope scope) {
    long[] holdings = holdings(scope).ofMembers(traits -> true);
    long[] receipts = received(scope).ofMembers(traits -> traits.role().equals(Words.RESIDENT));
    Inequality earnings =
        Inequality.of(MemberAmounts.aboveZero(earned(scope).ofMembers(Words::isOrganisation)));
    return new Table(
        "distribution",
        new Text("Verdeling", "Distribution"),
        List.of("C25", "C26"),
        COLUMNS,
        List.of(
            gini("gini-holdings", holdings),
            gini("gini-holdings-holders", MemberAmounts.aboveZero(holdings)),
            gini("gini-receipts", receipts),
            gini("gini-receipts-receivers", MemberAmounts.aboveZero(receipts)),
            line("hhi", earnings.concentration(), earnings.count()),
            line("top-ten-share", earnings.shareOfTop(TOP), earnings.count())),
        Optional.of(WHO));
  }

  /** Returns what each member has at the period's end. */
  private static MemberAmounts holdings(Scope scope) {
    Rows rows = scope.rows();
    Accounts accounts = rows.accounts();
    Balances balances = new Balances(rows);
    balances.advanceTo(scope.endRow());
    MemberAmounts holdings = new MemberAmounts(scope);
    for (int account = 0; account < accounts.size(); account++) {
      holdings.add(account, balances.of(account));
    }
    return holdings;
  }

  private static MemberAmounts received(Scope scope) {
    MemberAmounts received = new MemberAmounts(scope);
    Traded.forEach(scope, (payer, payee, kind, amount) -> received.add(payee, amount));
    return received;
  }

  /** Returns what each member received of V<sub>C</sub> in the period. */
  static MemberAmounts earned(Scope scope) {
    MemberAmounts earned = new MemberAmounts(scope);
    Traded.forEach(scope, (payer, payee, kind, amount) -> {
      if (Traded.isEconomic(kind)) {
        earned.add(payee, amount);
      }
    });
    return earned;
  }

  private static List<Cell> gini(String measure, long[] amounts) {
    return line(measure, Inequality.of(amounts).gini(), amounts.length);
  }

  private static List<Cell> line(String measure, Optional<BigDecimal> value, int units) {
    return List.of(Cell.code(measure), Cell.of(value), Cell.of(units));
  }
}
