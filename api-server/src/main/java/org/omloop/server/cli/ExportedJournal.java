package org.omloop.server.cli;

import java.nio.file.Path;
import java.util.List;
import org.omloop.server.export.ExportSource;
import org.omloop.server.journal.Journal;
import org.omloop.server.postgres.KeptJournal;

/** A kept journal up to the head of one moment; what is added later is not in it. */
record ExportedJournal(KeptJournal kept, Journal.Head head) implements ExportSource {
  static ExportedJournal of(KeptJournal kept, Path folder) {
    Journal.Head head = kept.head();
    if (head.equals(Journal.Head.EMPTY)) {
      throw new CannotRun("the ledger in " + folder + " has not been founded yet");
    }
    return new ExportedJournal(kept, head);
  }

  @Override
  public long size() {
    return head.size();
  }

  @Override
  public String checkpoint() {
    return head.checkpoint();
  }

  @Override
  public List<byte[]> leaves(long from, int count) {
    return kept.leaves(from, count);
  }
}
