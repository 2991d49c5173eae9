package org.omloop.server.audit;

import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.circulation.Mark;
import org.omloop.server.circulation.MeasuredJournal;
import org.omloop.server.circulation.ReportFile;

/** Works one published report out again while the journal is read. Confined to the verifying thread. */
public final class ReportFollower implements EntryFollower {
  private final ReportFile given;
  private final MeasuredJournal journal = new MeasuredJournal();
  private Mark marked = new Mark(0, "");

  /** Takes the report as it was handed out. */
  public ReportFollower(ReportFile given) {
    this.given = given;
  }

  /** Returns the SHA-256 of its text, lower-case hexadecimal. */
  public String sha256() {
    return given.sha256();
  }

  @Override
  public void follow(JournalEntry entry, Hash leaf, Ledger after) {
    journal.take(entry, leaf);
    if (journal.size() == given.size()) {
      marked = journal.now();
    }
  }

  /**
   * Compares, when every entry has been followed; those after the report's own tell which periods are over.
   *
   * @return the first thing that differs; empty when nothing does
   */
  public Optional<String> difference() {
    if (given.version() != PeriodReport.VERSION) {
      return Optional
          .empty(); // older formulas are no longer here; the report's hash and root still count
    }
    if (!marked.root().equals(given.mark().root())) {
      return Optional.of("the report rests on root " + given.mark().root() + " at " + given.size()
          + " entries, the journal leads to " + marked.root());
    }
    return journal.covers(given.period())
        ? ReportDifference.between(
            given, ReportFile.of(journal.report(given.period(), marked, given.tier())))
        : Optional.of("the journal has no entry in " + given.period());
  }
}
