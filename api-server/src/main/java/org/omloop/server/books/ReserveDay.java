package org.omloop.server.books;

import java.time.LocalDate;
import java.util.Map;
import org.omloop.ledger.account.AccountType;

/**
 * The reserve held against the books, when a bank statement's last day was over in UTC. Amounts are minor units.
 *
 * @param statement its number
 * @param day its last day
 * @param bank what the bank says is there
 * @param underWay booked in the books by then, and not on a statement yet; less what was on one and not booked yet
 * @param unmatched what came in, less what went out, on lines that nothing has been booked against
 * @param own what came in, less what went out, that two people say is the operator's own affair, such as the bank's costs
 * @param balances the sum of each type of account, credits less debits
 */
public record ReserveDay(
    long statement,
    LocalDate day,
    long bank,
    long underWay,
    long unmatched,
    long own,
    Map<AccountType, Long> balances) {
  public ReserveDay {
    balances = Map.copyOf(balances);
  }

  /** Returns what the reserve must cover. */
  public long outstanding() {
    return -balances.getOrDefault(AccountType.ISSUANCE, 0L);
  }

  /** Returns what the bank has too much, or lacks where it is negative; 0 when the reserve closes. */
  public long difference() {
    return bank + underWay - unmatched - own - outstanding();
  }
}
