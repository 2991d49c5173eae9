package org.omloop.server.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
  /** How many bank accounts a person may tell in a day: each device tells one under a salt of its own. */
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

  /** Keeps somebody who asks to join, and what their code is found by. */
  Future<Void> addApplication(
      KeptPerson person, String kind, List<BlindIndex> indexes, Buffer codeIndex);

  /** Returns applications whose accounts are not opened. */
  Future<KeptApplications> applications(ApplicationQuestion question);

  /** Returns one by its person. */
  Future<Optional<KeptApplication>> application(String person);

  /** Returns the one whose code is found by this. */
  Future<Optional<KeptApplication>> applicationByCode(Buffer codeIndex);

  /** Returns the application that an account was opened for. */
  Future<Optional<KeptApplication>> applicationOf(AccountId account);

  /** Returns who else is found by the same e-mail address, number in the trade register or IBAN. */
  Future<List<Same>> same(Collection<String> persons);

  /** Takes approved applications off the list, as their accounts are there. */
  Future<Void> markOpened(Collection<String> persons);

  /** Decides on an application that waits or was asked about; false where it does neither. */
  Future<Boolean> decide(String person, KeptDecision decision);

  /** Returns the accounts that applications off no list yet were given that were approved before then, by person. */
  Future<Map<String, AccountId>> approvedBefore(long before);

  /** Ends these applications, with their persons; those that were not approved stay. */
  Future<Integer> forgetApproved(Collection<String> persons);

  /** Ends applications without an account that were made, and where refused were refused, before then. */
  Future<Integer> forgetApplications(long before);

  /** Counts what {@link #forgetApplications} would end. */
  Future<Integer> dueApplications(long before);

  /** Ends an account's person with all that is kept of them; returns the certificate that is kept of it. */
  Future<String> erase(AccountId account, String certificate, long now);

  /** Returns the certificate that an account's person was ended. */
  Future<Optional<String>> certificate(AccountId account);
}
