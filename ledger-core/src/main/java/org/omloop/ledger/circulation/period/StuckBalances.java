package org.omloop.ledger.circulation.period;

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

  /** An organisation's account, and how its money sleeps. */
  private record Stuck(int account, Sleeper sleeper) {}

  /** Returns the table {@code stuck-balances}. */
  public static Table of(Scope scope) {
    return table(all(scope));
  }

  /** Returns the organisations whose money sleeps, in the order of the table. */
  public static List<StuckBalance> all(Scope scope) {
    Accounts accounts = scope.rows().accounts();
    Suppliers suppliers = new Suppliers(scope);
    return stuck(scope).stream()
        .sorted(Comparator.<Stuck>comparingLong(each -> -each.sleeper().balance())
            .thenComparing(each -> accounts.id(each.account()), CodePoints::compare))
        .map(each -> new StuckBalance(
            accounts.id(each.account()),
            each.sleeper().balance(),
            each.sleeper().quietFor() / DAY,
            Sbi.division(scope.traits(each.account()).sector()),
            suppliers.of(each.account())))
        .toList();
  }

  /** Returns the table of organisations whose money sleeps. */
  public static Table table(List<StuckBalance> all) {
    List<List<Cell>> lines = all.stream()
        .map(each -> List.of(
            Cell.code(each.account()),
            Cell.of(each.balance()),
            Cell.of(each.quietDays()),
            Cell.code(each.division()),
            Cell.of(each.suppliers().size())))
        .toList();
    return new Table(
        "stuck-balances",
        new Text("Waar ligt geld stil?", "Where does money lie still?"),
        List.of("C6"),
        COLUMNS,
        lines,
        Notes.whereEmpty(lines, NONE));
  }

  private static List<Stuck> stuck(Scope scope) {
    Rows rows = scope.rows();
    Books books = new Books(rows);
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      books.fold(row);
    }
    int[] firstAccounts = firstAccounts(rows.accounts());
    return books.sleepers(scope.asOf(), Circulation.SLEEPING_DAYS * DAY).stream()
        .map(sleeper -> new Stuck(firstAccounts[sleeper.unit()], sleeper))
        .filter(each -> Words.isOrganisation(scope.traits(each.account())))
        .toList();
  }

  /** Returns the first account of each unit. */
  private static int[] firstAccounts(Accounts accounts) {
    int[] first = new int[accounts.unitCount()];
    for (int account = accounts.size() - 1; account >= 0; account--) {
      first[accounts.unit(account)] = account;
    }
    return first;
  }
}
