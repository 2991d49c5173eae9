package org.omloop.ledger.circulation.period;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * What single units hold, received or earned: what distribution figures are made of, and so what rule 3 asks of them.
 * Units with nothing are left out.
 *
 * <p>Not thread-safe.
 */
final class UnitSums {
  private static final int TOP = 10;

  private final Scope scope;
  private final Map<Integer, Long> holdings = new TreeMap<>();
  private final Map<Integer, Long> receipts = new TreeMap<>();
  private final Map<Integer, Long> earnings = new TreeMap<>();

  UnitSums(Scope scope) {
    this.scope = scope;
    Rows rows = scope.rows();
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      hold(rows.payer(row), -rows.amount(row));
      hold(rows.payee(row), rows.amount(row));
    }
    Traded.forEach(scope, (payer, payee, kind, amount) -> {
      if (!Words.isOrganisation(scope.traits(payee))) {
        receipts.merge(unit(payee), amount, Long::sum);
      } else if (Traded.isEconomic(kind)) {
        earnings.merge(unit(payee), amount, Long::sum);
      }
    });
  }

  private void hold(int account, long amount) {
    if (account != Accounts.OUTSIDE && !scope.traits(account).role().equals(Words.FUND)) {
      holdings.merge(unit(account), amount, Long::sum);
    }
  }

  private int unit(int account) {
    return scope.rows().accounts().unit(account);
  }

  /** Returns what members hold at the period's end, without the fund. */
  List<Long> holdings() {
    return aboveZero(holdings.values());
  }

  /** Returns what residents received in the period. */
  List<Long> residentsReceipts() {
    return aboveZero(receipts.values());
  }

  /** Returns what organisations earned in the period, largest first. */
  List<Long> organisationsEarnings() {
    return aboveZero(earnings.values());
  }

  /** Returns the ten largest earnings. */
  List<Long> topTen() {
    return organisationsEarnings().stream().limit(TOP).toList();
  }

  /** Returns all earnings but the ten largest. */
  List<Long> belowTopTen() {
    return organisationsEarnings().stream().skip(TOP).toList();
  }

  private static List<Long> aboveZero(Collection<Long> amounts) {
    return amounts.stream()
        .filter(amount -> amount > 0)
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
