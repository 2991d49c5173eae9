package org.omloop.server.retention;

import java.util.List;
import org.omloop.ledger.account.AccountId;

/**
 * What will be ended by a time, if nobody does anything until then.
 *
 * @param numbers how much
 * @param accounts whose dossiers are among it, for the office to look at before
 */
public record Due(Ended numbers, List<AccountId> accounts) {
  public Due {
    accounts = List.copyOf(accounts);
  }
}
