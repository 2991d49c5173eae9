package org.omloop.ledger.circulation.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.omloop.ledger.circulation.rows.Accounts;

/**
 * Since when each unit has been quiet: the later of its last hop, contribution or redemption and the last time its
 * balance rose from zero (circulation.md, C6). A balance is looked at when all rows of one instant are in, so that
 * their order does not matter.
 *
 * <p>Not thread-safe.
 */
final class Sleep {
  private static final long NEVER = Long.MIN_VALUE;

  private final Accounts accounts;
  // owned by the fold: by unit; before is the balance ahead of the instant in which it changed last
  private final long[] balances;
  private final long[] before;
  private final long[] changed;
  private final long[] quietSince;

  Sleep(Accounts accounts) {
    this.accounts = accounts;
    int units = accounts.unitCount();
    balances = new long[units];
    before = new long[units];
    changed = new long[units];
    quietSince = new long[units];
    Arrays.fill(changed, NEVER);
    Arrays.fill(quietSince, NEVER);
  }

  /** Notes that a unit's balance changed. */
  void change(int account, long amount, long time) {
    int unit = accounts.unit(account);
    if (time != changed[unit]) {
      quietSince[unit] = quietSince(unit);
      before[unit] = balances[unit];
      changed[unit] = time;
    }
    balances[unit] += amount;
  }

  /** Notes that a unit passed money on of its own accord. */
  void spend(int account, long time) {
    quietSince[accounts.unit(account)] = time;
  }

  /** Returns the units that have been quiet for so long, or longer, at a moment after all rows. */
  List<Sleeper> sleepers(long until, long quietFor) {
    List<Sleeper> sleepers = new ArrayList<>();
    for (int unit = 0; unit < balances.length; unit++) {
      if (balances[unit] > 0 && until - quietSince(unit) >= quietFor) {
        sleepers.add(new Sleeper(unit, balances[unit], until - quietSince(unit)));
      }
    }
    return sleepers;
  }

  private long quietSince(int unit) {
    boolean rose = before[unit] == 0 && balances[unit] > 0;
    return rose ? Math.max(quietSince[unit], changed[unit]) : quietSince[unit];
  }
}
