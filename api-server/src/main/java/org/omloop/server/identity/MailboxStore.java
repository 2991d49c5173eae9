package org.omloop.server.identity;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import org.omloop.ledger.account.AccountId;

/** Keeps mailboxes, without being able to read an address. Thread-safe; a future fails when it cannot be reached. */
public interface MailboxStore {
  /** Returns the mailboxes of those of these accounts that have one. */
  Future<List<SealedMailbox>> of(Collection<AccountId> accounts);

  /** Returns those that want statements and have an address, in the order of their accounts. */
  Future<List<SealedMailbox>> wantStatements();

  /** How long warnings still go to an address that was taken away. */
  long FORMER_SECONDS = 7L * 24 * 60 * 60;

  /**
   * Keeps one in place of the person's last; does nothing where the person was erased meanwhile. An address that goes by it is
   * kept as the former one, unless another is.
   */
  Future<Void> keep(SealedMailbox mailbox, long now);

  /** Makes the address that waits the one that counts, and that one the former; false where another code waits by now. */
  Future<Boolean> confirm(String person, String nonce, long now);

  /**
   * Counts a code that is asked for, before it is made.
   *
   * @return false where as many were asked for within a day, or the person was erased
   */
  Future<Boolean> takeCode(String person, int most, long now);

  /** Takes away former addresses whose time is over. */
  Future<Void> forgetFormer(long now);

  /**
   * Counts a try of a code, before it is looked at.
   *
   * @return false where it was tried as often before, or another code waits by now
   */
  Future<Boolean> takeTry(String person, String nonce, int most);

  /** Ends events and statements of whom this token is; nothing happens where it is of nobody. */
  Future<Void> stop(String stopToken);
}
