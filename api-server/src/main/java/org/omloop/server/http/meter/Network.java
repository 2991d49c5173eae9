package org.omloop.server.http.meter;

import java.util.Comparator;
import java.util.List;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.server.directory.Directory;

/**
 * How large the network is now.
 *
 * @param acceptors members' accounts of organisations that are not closed, by name
 * @param instruments keys on members' accounts that stand and may pay: what people pay with
 * @param largestResident the largest balance of a resident, minor units
 * @param largestOrganisation the same of organisations
 */
record Network(
    List<Account> acceptors,
    List<EnrolledKey> instruments,
    long largestResident,
    long largestOrganisation) {

  /** Counts those that stand now, unix seconds. */
  static Network of(Directory directory, long now) {
    List<Account> holders = directory.accounts().stream()
        .filter(each -> each.type() == AccountType.HOLDER && each.status() != AccountStatus.CLOSED)
        .sorted(Comparator.comparing(Account::id))
        .toList();
    List<EnrolledKey> instruments = directory.keys().stream()
        .filter(each -> each.stands(now) && each.may(Right.PAY))
        .filter(each -> directory
            .account(each.account())
            .filter(account -> account.type() == AccountType.HOLDER)
            .isPresent())
        .toList();
    return new Network(
        holders.stream().filter(each -> !isResident(each)).toList(),
        instruments,
        largest(holders, true),
        largest(holders, false));
  }

  private static long largest(List<Account> holders, boolean residents) {
    return holders.stream()
        .filter(each -> isResident(each) == residents)
        .mapToLong(each -> each.balance().minorUnits())
        .max()
        .orElse(0);
  }

  private static boolean isResident(Account account) {
    return account.classification().role() == Role.RESIDENT;
  }
}
