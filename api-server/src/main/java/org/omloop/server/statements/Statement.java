package org.omloop.server.statements;

import java.util.OptionalInt;
import org.omloop.ledger.account.AccountId;

/**
 * What is known of a statement before its first line.
 *
 * @param account whose it is
 * @param period the days it is about
 * @param treeSize how many entries it takes into account
 * @param opening the balance before the first day, in minor units
 * @param closing the balance after the last day, in minor units
 * @param isOver whether no entry can come to it any more
 */
public record Statement(
    AccountId account,
    StatementPeriod period,
    long treeSize,
    long opening,
    long closing,
    boolean isOver) {
  /** What is known after some lines, in minor units: opening + credits − debits = closing. */
  public record Totals(long credits, long debits, long closing) {
    /** Returns the totals with one more line. */
    public Totals plus(StatementLine line) {
      long amount = line.amount().minorUnits();
      return switch (line.side()) {
        case CREDIT -> new Totals(Math.addExact(credits, amount), debits, line.balance());
        case DEBIT -> new Totals(credits, Math.addExact(debits, amount), line.balance());
      };
    }
  }

  /**
   * Returns its number within the account and the year: that of the month, 1 … 12, where it is one of the calendar and over.
   * Any other has none, so that numbers have no gaps and what bears one stays as it is.
   */
  public OptionalInt number() {
    return isOver && period.isMonth()
        ? OptionalInt.of(period.from().getMonthValue())
        : OptionalInt.empty();
  }

  /** Returns the totals before the first line. */
  public Totals totalsBefore() {
    return new Totals(0, 0, opening);
  }

  /** Throws {@link IllegalStateException} unless the lines lead from the opening to the closing balance. */
  public void requireTied(Totals totals) {
    long reached = Math.subtractExact(Math.addExact(opening, totals.credits()), totals.debits());
    if (reached != closing || totals.closing() != closing) {
      throw new IllegalStateException("the lines of " + account + " over " + period + " lead to "
          + reached + " and not to " + closing);
    }
  }
}
