package org.omloop.server.export;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.ReplayMismatch;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.journal.MalformedLeaf;

/** One export: all forms at once, in one pass over the journal. Confined to one thread. */
public final class JournalExport {
  private static final int PAGE = 1_024;

  private final ExportSource source;
  private final List<ExportForm> forms;
  private final Ledger ledger = new Ledger();
  private final JournalTree tree = JournalTree.empty();

  private JournalExport(ExportSource source, List<ExportForm> forms) {
    this.source = source;
    this.forms = List.copyOf(forms);
  }

  /**
   * Writes the journal in these forms, which stay the caller's to close.
   *
   * @param progress is told how many entries are done
   * @throws ExportFailed when the journal does not hold, or a form cannot be written
   */
  public static void run(ExportSource source, List<ExportForm> forms, LongConsumer progress) {
    JournalExport export = new JournalExport(source, forms);
    try {
      export.takeAll(progress);
      export.requireHead();
      for (ExportForm form : export.forms) {
        form.finish(source.checkpoint(), export.ledger);
      }
    } catch (IOException e) {
      throw new ExportFailed("the export cannot be written: " + e.getMessage(), e);
    } catch (MalformedLeaf | ReplayMismatch e) {
      throw new ExportFailed("the journal in the database does not hold: " + e.getMessage()
          + "; restore a backup (docs/operators.md)");
    }
  }

  private void takeAll(LongConsumer progress) throws IOException {
    while (ledger.size() < source.size()) {
      long from = ledger.size();
      List<byte[]> leaves = source.leaves(from, (int) Math.min(PAGE, source.size() - from));
      if (leaves.isEmpty()) {
        throw new ExportFailed("the journal in the database ends before entry " + from
            + ", its signed head says that there are " + source.size());
      }
      for (byte[] leaf : leaves) {
        take(leaf);
      }
      progress.accept(ledger.size());
    }
  }

  private void take(byte[] leaf) throws IOException {
    JournalEntry entry = LeafDecoder.decode(leaf);
    ledger.replay(entry);
    tree.append(Hash.leaf(leaf), (level, index, hash) -> {});
    for (ExportForm form : forms) {
      form.take(entry, leaf, ledger);
    }
  }

  private void requireHead() {
    Checkpoint head = SignedCheckpoint.parse(source.checkpoint()).checkpoint();
    if (!head.equals(Checkpoint.of(head.origin(), tree))) {
      throw new ExportFailed("the journal's " + tree.size()
          + " entries do not lead to its signed checkpoint; restore a backup (docs/operators.md)");
    }
  }
}
