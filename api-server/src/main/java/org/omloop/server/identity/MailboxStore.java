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

  /** Keeps one in place of the person's last; does nothing where the person was erased meanwhile. */
  Future<Void> keep(SealedMailbox mailbox);

  /** Makes the address that waits the one that counts; false where another code waits by now. */
  Future<Boolean> confirm(String person, String nonce);

  /**
   * Counts a try of a code, before it is looked at.
   *
   * @return false where it was tried as often before, or another code waits by now
   */
  Future<Boolean> takeTry(String person, String nonce, int most);

  /** Ends events and statements of whom this token is; nothing happens where it is of nobody. */
  Future<Void> stop(String stopToken);
}
