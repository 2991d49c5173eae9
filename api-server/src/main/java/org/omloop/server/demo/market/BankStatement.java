package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.util.List;
import org.omloop.ledger.account.AccountId;

/**
 * What the bank says of the reserve account, for the days since it last did. Amounts are minor units. Immutable.
 *
 * @param number counts the statements from 1
 * @param first the first day it is about
 * @param last the last one
 * @param opening what stood on the account before them
 * @param lines what happened, in order; one at least
 */
public record BankStatement(
    long number, LocalDate first, LocalDate last, long opening, List<BankLine> lines) {
  public BankStatement {
    lines = List.copyOf(lines);
  }

  /** Returns what came in. */
  public long credits() {
    return lines.stream().mapToLong(line -> Math.max(0, line.minorUnits())).sum();
  }

  /** Returns what went out, as a number that is not negative. */
  public long debits() {
    return lines.stream().mapToLong(line -> Math.max(0, -line.minorUnits())).sum();
  }

  /** Returns what stands on the account after the last day. */
  public long closing() {
    return opening + credits() - debits();
  }

  /** Returns the members whom it is about, each once. */
  List<AccountId> accounts() {
    return lines.stream().map(BankLine::account).distinct().toList();
  }
}
