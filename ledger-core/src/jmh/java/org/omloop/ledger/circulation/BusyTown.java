package org.omloop.ledger.circulation;

import java.util.SplittableRandom;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.rows.TextTable;
import org.omloop.ledger.journal.EntryKind;

/**
 * Two years of a town: residents get grants and wages and buy, shops buy from each other, pay wages and redeem. Few shops
 * have most of the trade; lists no account's whole balance too often. The same seed gives the same town.
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
      pay(id, time, Accounts.OUTSIDE, resident(), 2_000 + random.nextInt(10_000), EntryKind.GRANT);
    } else if (choice < 75) {
      spend(id, time, resident(), shop(), EntryKind.PURCHASE);
    } else if (choice < 85) {
      spend(id, time, shop(), shop(), EntryKind.B2B);
    } else if (choice < 91) {
      spend(id, time, shop(), resident(), EntryKind.WAGE);
    } else if (choice < 94) {
      spend(id, time, resident(), resident(), EntryKind.GIFT);
    } else {
      spend(id, time, shop(), Accounts.OUTSIDE, EntryKind.REDEEM);
    }
  }

  private void spend(String id, long time, int payer, int payee, EntryKind kind) {
    long balance = balances[payer];
    long amount = balance * (5 + random.nextInt(55)) / 100;
    if (amount == 0 || payer == payee) {
      pay(id, time, Accounts.OUTSIDE, resident(), 2_000 + random.nextInt(10_000), EntryKind.GRANT);
    } else {
      pay(id, time, payer, payee, amount, kind);
    }
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
