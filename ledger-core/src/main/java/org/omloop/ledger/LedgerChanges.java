package org.omloop.ledger;

import java.util.List;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.EnrolledKey;

/** The accounts and keys that some decisions changed, as they stand after the last of them. Immutable. */
public record LedgerChanges(List<Account> accounts, List<EnrolledKey> keys) {
  public LedgerChanges {
    accounts = List.copyOf(accounts);
    keys = List.copyOf(keys);
  }
}
