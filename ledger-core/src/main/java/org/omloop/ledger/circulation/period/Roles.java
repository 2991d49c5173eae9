package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;

/** Who earns: what each role received of purchases, trade and wages in a period, V<sub>C</sub> (C29). */
final class Roles {
  private static final List<Column> COLUMNS = List.of(
      new Column("role", new Text("Wie", "Role"), Column.Kind.WORD),
      new Column("received", new Text("Verdiend", "Earned"), Column.Kind.AMOUNT),
      new Column("share", new Text("Deel", "Share"), Column.Kind.SHARE),
      new Column("units", new Text("Ontvangers", "Receivers"), Column.Kind.COUNT));
  private static final Text NOTHING_EARNED = new Text(
      "In deze periode is in de kring niets verdiend.",
      "Nothing was earned inside the circuit in this period.");

  private Roles() {}

  static Table of(Scope scope) {
    Accounts accounts = scope.rows().accounts();
    String[] words = Words.ofAccounts(scope, Traits::role);
    Map<String, Tally> roles = new LinkedHashMap<>();
    // The fund does not earn: what it is paid is a contribution.
    Arrays.stream(Role.values())
        .filter(role -> role != Role.FUND)
        .forEach(role -> roles.put(role.wireName(), new Tally()));
    Traded.forEach(scope, (payer, payee, kind, amount) -> {
      if (Traded.isEconomic(kind)) {
        roles.computeIfAbsent(words[payee], role -> new Tally()).add(accounts.unit(payee), amount);
      }
    });
    long total = roles.values().stream().mapToLong(Tally::amount).sum();
    List<List<Cell>> lines = new ArrayList<>();
    roles.forEach((role, tally) -> lines.add(List.of(
        Cell.code(role),
        Cell.of(tally.amount()),
        Cell.of(SixDecimals.ratio(tally.amount(), total)),
        Cell.of(tally.units()))));
    return new Table(
        "roles",
        new Text("Wie verdient?", "Who earns?"),
        List.of("C29"),
        COLUMNS,
        lines,
        total == 0 ? Optional.of(NOTHING_EARNED) : Optional.empty());
  }
}
