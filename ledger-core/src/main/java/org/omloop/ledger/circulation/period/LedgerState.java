package org.omloop.ledger.circulation.period;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.OptionalLong;
import org.omloop.ledger.circulation.Circulation;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * What the books say at a moment, since the first row.
 *
 * @param entered E, minor units
 * @param exited X, minor units
 * @param stock B, minor units
 * @param volume V<sub>H</sub>, minor units after refunds
 * @param moneyTime ∫B dt, minor units × milliseconds
 * @param sleeping minor units with units that sleep (C6); empty until the first row is so many days old
 * @param holders how many units hold something
 */
record LedgerState(
    long entered,
    long exited,
    long stock,
    long volume,
    BigInteger moneyTime,
    OptionalLong sleeping,
    int holders) {
  private static final long QUIET_FOR = Circulation.SLEEPING_DAYS * Ages.DAY;

  /**
   * Reads the books after all rows before a moment.
   *
   * @param until milliseconds
   */
  static LedgerState of(Books books, Rows rows, long until) {
    books.until(until);
    boolean isOldEnough = rows.size() > 0 && until - rows.time(0) >= QUIET_FOR;
    return new LedgerState(
        books.entered(),
        books.exited(),
        books.stock(),
        books.volume(),
        books.moneyTime(),
        isOldEnough ? OptionalLong.of(books.sleeping(until, QUIET_FOR)) : OptionalLong.empty(),
        holders(books, rows));
  }

  private static int holders(Books books, Rows rows) {
    BitSet units = new BitSet();
    for (int account = 0; account < rows.accounts().size(); account++) {
      if (books.balance(account) > 0) {
        units.set(rows.accounts().unit(account));
      }
    }
    return units.cardinality();
  }
}
