package org.omloop.server.http.identity;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.Iban;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.identity.People;

/**
 * Lines of the reserve's bank account that are about a member: for their account, or paid from or to a bank account that they
 * told. Thread-safe.
 */
public final class MemberLines {
  private final People people;
  private final BankStore bank;

  public MemberLines(People people, BankStore bank) {
    this.people = people;
    this.bank = bank;
  }

  Future<List<KeptLine>> of(AccountId account) {
    return ibans(account).compose(ibans -> bank.linesOf(account, ibans));
  }

  /** Takes out whose they are; must come before who the member is is forgotten. */
  public Future<Void> forget(AccountId account) {
    return ibans(account).compose(ibans -> bank.forget(account, ibans));
  }

  private Future<Set<Iban>> ibans(AccountId account) {
    return people.bankAccounts(account).map(all -> all.stream()
        .map(each -> Iban.find(each.iban()))
        .flatMap(Optional::stream)
        .collect(toSet()));
  }
}
