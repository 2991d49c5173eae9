package org.omloop.server.audit;

import org.omloop.ledger.Ledger;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.journal.JournalEntry;

/** Reads along with a verification, on the verifying thread. */
@FunctionalInterface
public interface EntryFollower {
  /** Follows nothing. */
  EntryFollower NONE = (entry, leaf, after) -> {};

  /**
   * Takes in an entry that came out the same when it was decided again.
   *
   * @param leaf the hash of its bytes
   * @param after the ledger just after it, to be read at once
   */
  void follow(JournalEntry entry, Hash leaf, Ledger after);
}
