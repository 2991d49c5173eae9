package org.omloop.server.http.statement;

import org.omloop.ledger.account.AccountId;

/**
 * What is known of a statement before its first line.
 *
 * @param account whose it is
 * @param period the days it is about
 * @param treeSize how many entries it takes into account
 * @param opening the balance before the first day, in minor units
 */
record Statement(AccountId account, StatementPeriod period, long treeSize, long opening) {
  /** What is known after the last line, in minor units: opening + credits − debits = closing. */
  record Totals(long credits, long debits, long closing) {
    Totals plus(StatementLine line) {
      long amount = line.amount().minorUnits();
      return switch (line.side()) {
        case CREDIT -> new Totals(credits + amount, debits, line.balance());
        case DEBIT -> new Totals(credits, debits + amount, line.balance());
      };
    }
  }

  Totals totalsBefore() {
    return new Totals(0, 0, opening);
  }
}
