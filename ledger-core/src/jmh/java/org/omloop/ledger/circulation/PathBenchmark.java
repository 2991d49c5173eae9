package org.omloop.ledger.circulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.rows.TextTable;
import org.omloop.ledger.circulation.trace.MoneyPath;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.PathTracing;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.journal.EntryKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to list every well-mixed path of a thousand rows, to the cent: 100.00 comes in on each of 50 accounts,
 * then a row a minute, one in ten a redemption, the rest payments, each of 5 to 60% of the payer's balance.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PathBenchmark {
  private static final int ACCOUNTS = 50;
  private static final int ROWS = 1000;

  private final Rows rows = rows();

  @Benchmark
  public List<MoneyPath> list() {
    return PathTracing.of(rows, Rule.MIXED, Offset.hashed(), rows.time(rows.size() - 1));
  }

  private static Rows rows() {
    SplittableRandom random = new SplittableRandom(1000);
    TextTable ids = new TextTable();
    Accounts accounts = Accounts.declared();
    Rows rows = new Rows(accounts, ids);
    long[] balances = new long[ACCOUNTS];
    for (int account = 0; account < ACCOUNTS; account++) {
      String name = "a" + account;
      accounts.declare(name, name, new Accounts.Traits("", "", ""));
      balances[account] = 10_000;
      rows.add(
          ids.add("i" + account), 0, Accounts.OUTSIDE, account, 10_000, EntryKind.ISSUE, Rows.NONE);
    }
    for (int row = 0; row < ROWS; row++) {
      int payer = random.nextInt(ACCOUNTS);
      int payee = (payer + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
      long amount = Math.max(1, balances[payer] * (5 + random.nextInt(56)) / 100);
      boolean leaves = random.nextInt(10) == 0;
      balances[payer] -= amount;
      if (!leaves) {
        balances[payee] += amount;
      }
      rows.add(
          ids.add("t" + row),
          60_000L * (row + 1),
          payer,
          leaves ? Accounts.OUTSIDE : payee,
          amount,
          leaves ? EntryKind.REDEEM : EntryKind.PURCHASE,
          Rows.NONE);
    }
    return rows;
  }
}
