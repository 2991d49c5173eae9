package org.omloop.ledger;

import java.util.List;
import java.util.Map;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;

/**
 * What some decisions changed, as it stands after the last of them. Immutable.
 *
 * @param earmarked of each account where it changed all that is earmarked, by the programme's name; empty: nothing any more
 */
public record LedgerChanges(
    List<Account> accounts, List<EnrolledKey> keys, Map<AccountId, List<Earmarked>> earmarked) {
  public LedgerChanges {
    accounts = List.copyOf(accounts);
    keys = List.copyOf(keys);
    earmarked = Map.copyOf(earmarked);
  }
}
