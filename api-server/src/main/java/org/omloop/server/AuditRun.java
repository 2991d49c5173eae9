package org.omloop.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.omloop.server.audit.EntryFollower;
import org.omloop.server.audit.ReportFollower;
import org.omloop.server.audit.Verification;
import org.omloop.server.audit.VerificationReport;
import org.omloop.server.books.Audit;
import org.omloop.server.books.JournalFacts;
import org.omloop.server.books.StoredFacts;
import org.omloop.server.books.StoredFacts.EditionFact;
import org.omloop.server.postgres.KeptJournal;
import org.omloop.server.postgres.StoredBooks;

/**
 * One audit of a kept journal: everything of one moment, in one reading. A server may go on beside it. Confined to one
 * thread; everything blocks.
 */
public final class AuditRun {
  private final KeptJournal kept;
  private final ExportedJournal journal;

  private AuditRun(KeptJournal kept, ExportedJournal journal) {
    this.kept = kept;
    this.journal = journal;
  }

  /**
   * Begins an audit of the journal as it stands now.
   *
   * @param kept is not used by anybody else until the audit is over
   * @param folder names the ledger in messages
   * @throws org.omloop.server.founding.FoundingFailed when there is no entry yet
   */
  public static AuditRun of(KeptJournal kept, Path folder) {
    kept.freeze();
    return new AuditRun(kept, ExportedJournal.of(kept, folder));
  }

  /** Returns how many entries there are to read. */
  public long size() {
    return journal.size();
  }

  /**
   * Reads it all and draws the conclusions.
   *
   * @param cores how many threads may check signatures beside this one
   * @param progress is told how many entries are done
   */
  public Audit run(int cores, LongConsumer progress) {
    StoredBooks books = kept.stored();
    StoredFacts stored = books.facts();
    JournalFacts facts =
        new JournalFacts(stored.editions().stream().map(EditionFact::size).toList());
    Optional<ReportFollower> report = books.lastPublished().map(ReportFollower::new);
    EntryFollower all = (entry, leaf, after) -> {
      facts.follow(entry, leaf, after);
      report.ifPresent(each -> each.follow(entry, leaf, after));
    };
    VerificationReport verified =
        Verification.run(new KeptFiles(journal), Optional.empty(), List.of(), progress, all, cores);
    return Audit.of(facts, recomputed(stored, report), verified);
  }

  private static StoredFacts recomputed(StoredFacts stored, Optional<ReportFollower> report) {
    if (report.isEmpty()) {
      return stored;
    }
    List<EditionFact> editions = new ArrayList<>();
    for (EditionFact each : stored.editions()) {
      boolean same = each.actual().equals(report.get().sha256());
      editions.add(same ? each.recomputed(report.get().difference()) : each);
    }
    return stored.withEditions(editions);
  }
}
