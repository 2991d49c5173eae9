package org.omloop.server.journal;

import java.util.List;
import org.omloop.ledger.LedgerChanges;
import org.omloop.ledger.journal.JournalEntry;

/**
 * What one commit adds to the journal: some entries, everything derived from them, and the head before and after.
 * Immutable.
 *
 * @param before the head this group goes on from
 * @param after the head once it is committed
 * @param entries the new entries, in order, at least one
 * @param changes the accounts and keys they change, as they stand after the last of them
 * @param tiles the hash tiles they complete
 */
public record Group(
    Journal.Head before,
    Journal.Head after,
    List<Leaf> entries,
    LedgerChanges changes,
    List<FullTile> tiles) {
  public Group {
    entries = List.copyOf(entries);
    tiles = List.copyOf(tiles);
  }

  /** An entry and its leaf; the bytes are shared and not to be changed. */
  @SuppressWarnings("ArrayRecordComponent") // Written once, hashed and stored; compared by nobody.
  public record Leaf(JournalEntry entry, byte[] bytes) {}

  /** 256 neighbouring hashes of one level of the tree (C2SP tlog-tiles); not to be changed. */
  @SuppressWarnings("ArrayRecordComponent") // As above.
  public record FullTile(int level, long index, byte[] hashes) {}
}
