package org.omloop.server.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.server.journal.Group;
import org.omloop.server.journal.Journal;
import org.omloop.server.journal.TileEdge;

/** One rebuilding: the journal is read from its first leaf and given out again in groups. Confined to one thread. */
public final class Rebuild {
  private final Ledger ledger = new Ledger();
  private final JournalTree tree = JournalTree.empty();
  private final TileEdge tiles = new TileEdge();
  private Journal.Head head = Journal.Head.EMPTY;

  private Rebuild() {}

  /**
   * Rebuilds from leaves that are read page by page.
   *
   * @param leaves returns some leaves from an index on, in order; none at the journal's end
   * @param append takes the groups they make, whose heads are not signed
   * @param progress is told how many entries are done
   * @throws org.omloop.ledger.ReplayMismatch when an entry does not come out as it stands there
   * @throws org.omloop.ledger.journal.MalformedLeaf when a leaf is none
   */
  public static void run(
      LongFunction<List<byte[]>> leaves, Consumer<Group> append, LongConsumer progress) {
    Rebuild rebuild = new Rebuild();
    for (List<byte[]> page = leaves.apply(0);
        !page.isEmpty();
        page = leaves.apply(rebuild.head.size())) {
      append.accept(rebuild.group(page));
      progress.accept(rebuild.head.size());
    }
  }

  private Group group(List<byte[]> page) {
    List<Group.Leaf> entries = new ArrayList<>(page.size());
    for (byte[] leaf : page) {
      JournalEntry entry = LeafDecoder.decode(leaf);
      ledger.replay(entry);
      tree.append(Hash.leaf(leaf), tiles);
      entries.add(new Group.Leaf(entry, leaf));
    }
    Journal.Head before = head;
    head = new Journal.Head(tree.size(), "");
    return new Group(before, head, entries, ledger.takeChanges(), tiles.takeFull());
  }
}
