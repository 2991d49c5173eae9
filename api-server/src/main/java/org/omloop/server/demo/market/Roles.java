package org.omloop.server.demo.market;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/** Everybody's part in the economy, and what a payment between two of them is. Immutable. */
final class Roles {
  private final Map<AccountId, Role> roles = new HashMap<>();

  Roles(Neighbourhood neighbourhood) {
    neighbourhood.residents().forEach(each -> roles.put(each.account(), Role.RESIDENT));
    neighbourhood.organisations().forEach(each -> roles.put(each.account(), each.role()));
    neighbourhood
        .handouts()
        .forEach(each -> roles.put(each.programme().account(), Role.GOVERNMENT));
    roles.put(neighbourhood.fund().account(), Role.FUND);
  }

  boolean isResident(AccountId account) {
    return role(account) == Role.RESIDENT;
  }

  private Role role(AccountId account) {
    return Optional.ofNullable(roles.get(account)).orElseThrow();
  }

  /** Returns the kind of a payment's entry (circulation.md, section 2). */
  EntryKind payment(AccountId from, AccountId to) {
    if (role(to) == Role.FUND) {
      return EntryKind.CONTRIBUTION;
    }
    if (isResident(from)) {
      return isResident(to) ? EntryKind.GIFT : EntryKind.PURCHASE;
    }
    return isResident(to) ? EntryKind.WAGE : EntryKind.B2B;
  }
}
