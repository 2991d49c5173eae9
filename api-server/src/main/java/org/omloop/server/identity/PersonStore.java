package org.omloop.server.identity;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * Keeps what is encrypted, without being able to read it. All times are unix seconds. Thread-safe; a future fails when
 * the store cannot be reached.
 */
public interface PersonStore {
  /** How many bank accounts a person may tell in a day: each redemption tells one, under a salt of its own. */
  int BANK_ACCOUNTS_A_DAY = 50;

  /** Returns one of those who are kept; empty where nobody is yet. */
  Future<Optional<KeptPerson>> anybody();

  /**
   * Keeps this person unless their account has one.
   *
   * @return who is kept for the account; empty where somebody was erased from it
   */
  Future<Optional<KeptPerson>> keepUnlessKept(KeptPerson person);

  /** Returns the person of an account. */
  Future<Optional<KeptPerson>> of(AccountId account);

  /** Returns a person by their random name. */
  Future<Optional<KeptPerson>> byId(String person);

  /** Returns the persons of those of these accounts that have one. */
  Future<List<KeptPerson>> of(Collection<AccountId> accounts);

  /**
   * Keeps a bank account and what it is found by; one that is kept already stays as it is.
   *
   * @return false where its person has told {@value #BANK_ACCOUNTS_A_DAY} in the day before it
   */
  Future<Boolean> keepBankAccount(SealedBankAccount account, List<BlindIndex> indexes);

  /** Finds a bank account by its hash in the journal. */
  Future<Optional<SealedBankAccount>> bankAccount(String ibanHash);

  /** Returns an account's bank accounts, the latest first. */
  Future<List<SealedBankAccount>> bankAccountsOf(AccountId account);

  /** Returns those with an account who have all of these, at most 50. */
  Future<List<KeptPerson>> search(List<BlindIndex> indexes);

  /** Returns those with an account who were changed last, at most 50. */
  Future<List<KeptPerson>> latest();

  /** Keeps a dossier and what it is found by; false where its version does not follow the one that is kept. */
  Future<Boolean> change(KeptPerson person, List<BlindIndex> indexes);

  /** Keeps somebody who asks to join. */
  Future<Void> addApplication(KeptPerson person, String kind, List<BlindIndex> indexes);

  /** Returns applications that were not refused, the oldest first and those that were approved last; at most 200. */
  Future<List<KeptApplication>> applications();

  /** Returns the application that an account was opened for. */
  Future<Optional<KeptApplication>> applicationOf(AccountId account);

  /**
   * Decides on an application that waits or was asked about; false where it does neither.
   *
   * @param takesBack whether one that was approved may be decided on too; it then loses its account
   */
  Future<Boolean> decide(
      String person,
      String state,
      Optional<AccountId> account,
      boolean takesBack,
      String by,
      long now);

  /** Returns the account that an approved application was given; empty where it is not approved. */
  Future<Optional<AccountId>> approvedAccount(String person);

  /** Returns the accounts that applications were given that were approved before then, by person. */
  Future<Map<String, AccountId>> approvedBefore(long before);

  /** Ends these applications, with their persons; those that were not approved stay. */
  Future<Integer> forgetApproved(Collection<String> persons);

  /** Ends applications without an account that were made, and where refused were refused, before then. */
  Future<Integer> forgetApplications(long before);

  /** Ends an account's person with all that is kept of them; returns the certificate that is kept of it. */
  Future<String> erase(AccountId account, String certificate, long now);

  /** Returns the certificate that an account's person was ended. */
  Future<Optional<String>> certificate(AccountId account);
}
