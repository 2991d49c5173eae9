package org.omloop.server.books;

import java.time.LocalDate;
import java.util.Map;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.order.Order;

/**
 * A bank statement as the journal states it.
 *
 * @param index of its entry
 * @param bookedAt unix microseconds
 * @param facts what the bank says
 * @param balances the sum of each type of account just then, minor units, credits less debits
 */
public record BookedStatement(
    long index, long bookedAt, Order.Statement facts, Map<AccountType, Long> balances) {
  public BookedStatement {
    balances = Map.copyOf(balances);
  }

  /** Returns the last day it is about. */
  public LocalDate day() {
    return LocalDate.parse(facts.closingDate());
  }
}
