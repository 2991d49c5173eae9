package org.omloop.ledger.circulation.period;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Whom an organisation could pay: members of the divisions that organisations of its own division paid before, up to
 * the period's end. It says nothing of who paid whom, nor how much.
 *
 * <p>It does not change after it is made.
 */
public final class Suppliers {
  private final Scope scope;
  private final Accounts accounts;
  private final String[] divisions;
  private final Map<String, Set<String>> paid = new HashMap<>();
  private final List<Integer> organisations;

  /** Learns from all rows up to the period's end. */
  public Suppliers(Scope scope) {
    this.scope = scope;
    this.accounts = scope.rows().accounts();
    this.divisions = Words.ofAccounts(scope, traits -> Sbi.division(traits.sector()));
    this.organisations = IntStream.range(0, accounts.size())
        .filter(account -> scope.isOpen(account) && isOrganisation(account))
        .boxed()
        .toList();
    learn(scope.rows());
  }

  private void learn(Rows rows) {
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      boolean isTrade = rows.movement(row) == Movement.HOP
          && isOrganisation(rows.payer(row))
          && isOrganisation(rows.payee(row));
      if (isTrade) {
        paid.computeIfAbsent(divisions[rows.payer(row)], division -> new HashSet<>())
            .add(divisions[rows.payee(row)]);
      }
    }
  }

  /**
   * Returns whom an organisation could pay, those in its own wijk first, then by account id; empty where its division,
   * or what that pays, is not known.
   */
  public List<String> of(int account) {
    if (!isOrganisation(account) || divisions[account].equals(Sbi.UNKNOWN)) {
      return List.of();
    }
    Set<String> suppliers = paid.getOrDefault(divisions[account], Set.of());
    String home = wijk(account);
    return organisations.stream()
        .filter(each -> accounts.unit(each) != accounts.unit(account))
        .filter(each -> suppliers.contains(divisions[each]))
        .filter(each -> !divisions[each].equals(Sbi.UNKNOWN))
        .sorted(Comparator.<Integer, Boolean>comparing(
                each -> home.isEmpty() || !wijk(each).equals(home))
            .thenComparing(accounts::id, CodePoints::compare))
        .map(accounts::id)
        .toList();
  }

  private boolean isOrganisation(int account) {
    return Words.isOrganisation(scope.traits(account));
  }

  /** Returns the wijk of a buurt or wijk, such as {@code 0363MA} of {@code BU0363MA01}; empty where none is known. */
  private String wijk(int account) {
    String area = Words.area(scope.traits(account));
    return area.matches("(BU|WK).{6,}") ? area.substring(2, 8) : "";
  }
}
