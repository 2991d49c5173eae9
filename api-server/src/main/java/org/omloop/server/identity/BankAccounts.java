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

  /** What became of a bank account that was told. */
  public enum Told {
    /** It is kept, or was before. */
    KEPT,
    /** The member has told too many in a day. */
    TOO_MANY,
    /** The member was erased. */
    LEFT
  }

  /** Keeps a bank account of a member's; a second time changes nothing. */
  public Future<Told> keep(AccountId account, BankAccount bankAccount) {
    return people.kept(account).compose(found -> {
      if (found.isEmpty()) {
        return Future.succeededFuture(Told.LEFT);
      }
      KeptPerson person = found.get();
      String hash = bankAccount.ibanHash();
      Buffer sealed =
          people.key(person).seal(bankAccount.json().encode(), People.place(hash, person.id()));
      return people
          .store
          .keepBankAccount(
              new SealedBankAccount(hash, person.id(), person.wrappedKey(), sealed, people.now()),
              List.of(new BlindIndex("iban", people.master.index("iban", bankAccount.iban()))))
          .map(isKept -> isKept ? Told.KEPT : Told.TOO_MANY);
    });
  }

  /** Returns the bank account of that hash; empty where nobody has told it, or its holder was erased. */
  public Future<Optional<BankAccount>> find(String ibanHash) {
    return people.store.bankAccount(ibanHash).map(found -> found.map(people::open));
  }
}
