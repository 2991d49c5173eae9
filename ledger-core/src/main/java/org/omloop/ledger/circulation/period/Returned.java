package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.coins.MarkedCoins;
import org.omloop.ledger.circulation.coins.ReturnedMoney;

/** How much of what was passed on in the period came where it was before (C16), by coins of all money. */
final class Returned {
  private static final List<Column> COLUMNS = List.of(
      new Column("measure", new Text("Maat", "Measure"), Column.Kind.WORD),
      new Column("share", new Text("Deel", "Share"), Column.Kind.SHARE));

  private Returned() {}

  /**
   * Makes the table.
   *
   * @param coins of all money up to the period's end
   */
  static Table of(Scope scope, MarkedCoins coins) {
    String[] areas =
        Words.ofAccounts(scope, traits -> traits.area().isEmpty() ? "" : Words.area(traits));
    ReturnedMoney returned = ReturnedMoney.of(
        coins, scope.rows(), scope.firstRow(), scope.endRow(), account -> areas[account]);
    return new Table(
        "returned",
        new Text("Teruggekeerd geld", "Returned money"),
        List.of("C16"),
        COLUMNS,
        List.of(
            List.of(Cell.code("area"), Cell.of(returned.areaShare())),
            List.of(Cell.code("unit"), Cell.of(returned.unitShare()))),
        returned.hops() == 0 ? Optional.of(Notes.NOTHING_SPENT) : Optional.empty());
  }
}
