package org.omloop.server;

import java.nio.file.Path;
import java.util.List;
import org.omloop.server.export.ExportSource;
import org.omloop.server.founding.FoundingFailed;
import org.omloop.server.journal.Journal;
import org.omloop.server.postgres.KeptJournal;

/** A kept journal up to the head of one moment; what is added later is not in it. */
public record ExportedJournal(KeptJournal kept, Journal.Head head) implements ExportSource {
  /**
   * Takes the head as it stands now.
   *
   * @throws FoundingFailed when there is no entry yet
   */
  public static ExportedJournal of(KeptJournal kept, Path folder) {
    Journal.Head head = kept.head();
    if (head.equals(Journal.Head.EMPTY)) {
      throw new FoundingFailed("the ledger in " + folder + " has not been founded yet");
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
