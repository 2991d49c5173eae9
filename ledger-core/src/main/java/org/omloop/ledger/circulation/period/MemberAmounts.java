package org.omloop.ledger.circulation.period;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;

/**
 * What each member has or received: amounts by unit, of units with an account that is open at the period's end or that
 * has an amount. Funds are no members.
 *
 * <p>Not thread-safe.
 */
final class MemberAmounts {
  private final Scope scope;
  private final Accounts accounts;
  // owned by the table that adds up
  private final long[] sums;

  MemberAmounts(Scope scope) {
    this.scope = scope;
    this.accounts = scope.rows().accounts();
    this.sums = new long[accounts.unitCount()];
  }

  void add(int account, long amount) {
    sums[accounts.unit(account)] += amount;
  }

  /**
   * Returns the sums of members of some kind, also those at zero; what is below zero, such as credit in use or receipts
   * of an earlier period given back, is zero.
   */
  long[] ofMembers(Predicate<Traits> kind) {
    int[] members = IntStream.range(0, accounts.size())
        .filter(isMember(kind))
        .map(accounts::unit)
        .distinct()
        .toArray();
    return Arrays.stream(members).mapToLong(unit -> Math.max(0, sums[unit])).toArray();
  }

  private IntPredicate isMember(Predicate<Traits> kind) {
    return account -> {
      Traits traits = scope.traits(account);
      boolean counts = scope.isOpen(account) || sums[accounts.unit(account)] > 0;
      return counts && !traits.role().equals(Words.FUND) && kind.test(traits);
    };
  }

  /** Returns those of some amounts that are above zero. */
  static long[] aboveZero(long[] amounts) {
    return Arrays.stream(amounts).filter(amount -> amount > 0).toArray();
  }
}
