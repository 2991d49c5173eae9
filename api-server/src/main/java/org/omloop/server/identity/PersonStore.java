package org.omloop.server.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * Keeps what is encrypted, without being able to read it. All times are unix seconds. Thread-safe; a future fails when
 * the store cannot be reached.
 */
public interface PersonStore {
  /** Tells whether nobody is kept yet. */
  Future<Boolean> isEmpty();

  /** Keeps this person unless their account has one; returns who is kept for the account. */
  Future<KeptPerson> keepUnlessKept(KeptPerson person);

  /** Returns the person of an account. */
  Future<Optional<KeptPerson>> of(AccountId account);

  /** Keeps a bank account and what it is found by; one that is kept already stays as it is. */
  Future<Void> keepBankAccount(SealedBankAccount account, List<BlindIndex> indexes);

  /** Finds a bank account by its hash in the journal. */
  Future<Optional<SealedBankAccount>> bankAccount(String ibanHash);
}
