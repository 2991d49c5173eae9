package org.omloop.server.export;

import java.io.Closeable;
import java.io.IOException;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.journal.JournalEntry;

/** One of the forms a journal is written out in. Confined to the exporting thread. */
public interface ExportForm extends Closeable {
  /**
   * Takes the next entry, from index 0 on.
   *
   * @param leaf the entry's bytes; not to be changed
   * @param after the ledger as it stands after the entry; to be read now and not kept
   */
  void take(JournalEntry entry, byte[] leaf, Ledger after) throws IOException;

  /** Completes the form, when all entries have been taken and lead to the checkpoint; not called otherwise. */
  void finish(String checkpoint, Ledger end) throws IOException;
}
