package org.omloop.server.bench;

import java.util.SplittableRandom;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.rows.TextTable;
import org.omloop.ledger.journal.EntryKind;

/**
 * Two years of a town's rows, without a journal: residents get grants and wages and buy, shops buy from each other, pay
 * wages and redeem half of what they hold or more. Few shops have most of the trade. The same size gives the same town,
 * the one that the core's own benchmark folds.
 */
final class BusyTown {
  private static final long TWO_YEARS = 730L * 86_400_000;
  private static final int ROWS_PER_RESIDENT = 100;
  private static final int RESIDENTS_PER_SHOP = 50;

  private final SplittableRandom random = new SplittableRandom(8);
  private final TextTable ids = new TextTable();
  private final Accounts accounts = Accounts.declared();
  private final Rows rows = new Rows(accounts, ids);
  private final int residents;
  private final int shops;
  private final long[] balances;

  private BusyTown(int count) {
    residents = Math.max(100, count / ROWS_PER_RESIDENT);
    shops = Math.max(10, residents / RESIDENTS_PER_SHOP);
    balances = new long[residents + shops];
    for (int account = 0; account < residents + shops; account++) {
      String name = "a" + account;
      accounts.declare(name, name, new Accounts.Traits("", "", ""));
    }
  }

  static Rows rows(int count) {
    BusyTown town = new BusyTown(count);
    for (int row = 0; row < count; row++) {
      town.add("town.example/" + row, TWO_YEARS * row / count);
    }
    return town.rows;
  }

  private void add(String id, long time) {
    int choice = random.nextInt(100);
    if (choice < 10) {
      grant(id, time);
    } else if (choice < 75) {
      spend(id, time, resident(), shop(), 300 + random.nextInt(3_700), EntryKind.PURCHASE);
    } else if (choice < 85) {
      spend(id, time, shop(), shop(), 2_000 + random.nextInt(30_000), EntryKind.B2B);
    } else if (choice < 91) {
      spend(id, time, shop(), resident(), 5_000 + random.nextInt(50_000), EntryKind.WAGE);
    } else if (choice < 94) {
      spend(id, time, resident(), resident(), 500 + random.nextInt(2_000), EntryKind.GIFT);
    } else {
      int shop = shop();
      long share = balances[shop] * (50 + random.nextInt(50)) / 100;
      spend(id, time, shop, Accounts.OUTSIDE, share, EntryKind.REDEEM);
    }
  }

  /** Pays what there is, if it is not enough; who has nothing gets a grant. */
  private void spend(String id, long time, int payer, int payee, long amount, EntryKind kind) {
    long possible = Math.min(balances[payer], amount);
    if (possible == 0 || payer == payee) {
      grant(id, time);
    } else {
      pay(id, time, payer, payee, possible, kind);
    }
  }

  private void grant(String id, long time) {
    pay(id, time, Accounts.OUTSIDE, resident(), 2_000 + random.nextInt(10_000), EntryKind.GRANT);
  }

  private void pay(String id, long time, int payer, int payee, long amount, EntryKind kind) {
    if (payer >= 0) {
      balances[payer] -= amount;
    }
    if (payee >= 0) {
      balances[payee] += amount;
    }
    rows.add(ids.add(id), time, payer, payee, amount, kind, Rows.NONE);
  }

  private int resident() {
    return skewed(residents);
  }

  private int shop() {
    return residents + skewed(shops);
  }

  /** The cube of a uniform number: a tenth of all has nearly half of the trade. */
  private int skewed(int count) {
    double uniform = random.nextDouble();
    return (int) (count * uniform * uniform * uniform);
  }
}
