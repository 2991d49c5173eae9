package org.omloop.server.sequencer;

import org.omloop.ledger.Ledger;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.HashWriter;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.server.journal.Group;
import org.omloop.server.journal.TileEdge;

/**
 * Everything the next decision stands on: the ledger, the tree and the unfinished tiles at the journal's end. After a
 * failure it is thrown away and read back, never repaired.
 *
 * <p>Confined to one thread at a time: whoever reads the journal, then the sequencer's event loop.
 */
final class JournalEdge {
  final Ledger ledger = new Ledger();
  final JournalTree tree = JournalTree.empty();
  final TileEdge tiles = new TileEdge();

  /** Takes in an entry that is in the journal. */
  void replay(Group.Leaf leaf) {
    ledger.replay(leaf.entry());
    append(leaf.bytes(), (level, index, hash) -> {});
    tiles.takeFull();
  }

  /** Puts a new leaf into the tree, and hands every hash that it completes to the reader of recent ones. */
  void append(byte[] leaf, HashWriter recent) {
    tree.append(Hash.leaf(leaf), (level, index, hash) -> {
      recent.write(level, index, hash);
      tiles.write(level, index, hash);
    });
  }
}
