package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.omloop.ledger.circulation.Circulation;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.books.Sleeper;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Organisations whose money sleeps at the period's end (C6), the largest balance first, each with how many members it
 * could pay. For the operator; no part of a report.
 */
public final class StuckBalances {
  private static final List<Column> COLUMNS = List.of(
      new Column("account", new Text("Organisatie", "Organisation"), Column.Kind.NAME),
      new Column("balance", new Text("Saldo", "Balance"), Column.Kind.AMOUNT),
      new Column("quiet", new Text("Dagen stil", "Days quiet"), Column.Kind.DAYS),
      new Column("sector", new Text("Branche", "Sector"), Column.Kind.WORD),
      new Column("suppliers", new Text("Mogelijke leveranciers", "Suppliers"), Column.Kind.COUNT));
  private static final Text NONE =
      new Text("Geen organisatie heeft geld dat slaapt.", "No organisation has money that sleeps.");
  private static final long DAY = 86_400_000;

  private StuckBalances() {}

  /** Returns the table {@code stuck-balances}. */
  public static Table of(Scope scope) {
    Accounts accounts = scope.rows().accounts();
    Suppliers suppliers = new Suppliers(scope);
    List<List<Cell>> lines = new ArrayList<>();
    for (Sleeper sleeper : sleepers(scope)) {
      int account = account(accounts, sleeper);
      if (Words.isOrganisation(scope.traits(account))) {
        lines.add(List.of(
            Cell.code(accounts.id(account)),
            Cell.of(sleeper.balance()),
            Cell.of(sleeper.quietFor() / DAY),
            Cell.code(Sbi.division(scope.traits(account).sector())),
            Cell.of(suppliers.of(account).size())));
      }
    }
    return new Table(
        "stuck-balances",
        new Text("Waar ligt geld stil?", "Where does money lie still?"),
        List.of("C6"),
        COLUMNS,
        lines,
        Notes.whereEmpty(lines, NONE));
  }

  private static List<Sleeper> sleepers(Scope scope) {
    Rows rows = scope.rows();
    Accounts accounts = rows.accounts();
    Books books = new Books(rows);
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      books.fold(row);
    }
    return books.sleepers(scope.asOf(), Circulation.SLEEPING_DAYS * DAY).stream()
        .sorted(Comparator.comparingLong(Sleeper::balance)
            .reversed()
            .thenComparing(sleeper -> accounts.id(account(accounts, sleeper)), CodePoints::compare))
        .toList();
  }

  /** Returns the first account of a unit. */
  private static int account(Accounts accounts, Sleeper sleeper) {
    int account = 0;
    while (accounts.unit(account) != sleeper.unit()) {
      account++;
    }
    return account;
  }
}
