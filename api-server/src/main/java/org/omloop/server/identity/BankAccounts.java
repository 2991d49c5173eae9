package org.omloop.server.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * Members' bank accounts, found by the hash that a redemption has in the journal. Thread-safe; a future fails when the
 * store cannot be reached.
 */
public final class BankAccounts {
  private final People people;

  public BankAccounts(People people) {
    this.people = people;
  }

  public BankAccounts(PersonStore store, MasterKey master, Clock clock) {
    this(new People(store, master, clock));
  }

  /** Keeps a bank account of a member's; a second time changes nothing. */
  public Future<Void> keep(AccountId account, BankAccount bankAccount) {
    return people.kept(account).compose(person -> {
      String hash = bankAccount.ibanHash();
      Buffer sealed =
          people.key(person).seal(bankAccount.json().encode(), People.place(hash, person.id()));
      return people.store.keepBankAccount(
          new SealedBankAccount(hash, person.id(), person.wrappedKey(), sealed, people.now()),
          List.of(new BlindIndex("iban", people.master.index("iban", bankAccount.iban()))));
    });
  }

  /** Returns the bank account of that hash; empty where nobody has told it, or its holder was erased. */
  public Future<Optional<BankAccount>> find(String ibanHash) {
    return people.store.bankAccount(ibanHash).map(found -> found.map(people::open));
  }
}
