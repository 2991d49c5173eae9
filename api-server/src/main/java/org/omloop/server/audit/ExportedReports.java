package org.omloop.server.audit;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.server.circulation.Mark;
import org.omloop.server.circulation.MeasuredJournal;
import org.omloop.server.circulation.ReportFile;

/**
 * Reports worked out from an exported journal, by its files alone. It trusts the files' entries: whether they are the
 * journal is for {@link Verification} to say.
 *
 * <p>Confined to the thread that asks.
 */
public final class ExportedReports {
  private final ExportedFiles files;
  private final long markedSize;
  private final MeasuredJournal journal = new MeasuredJournal();
  private Mark marked = new Mark(0, "");

  private ExportedReports(ExportedFiles files, long markedSize) {
    this.files = files;
    this.markedSize = markedSize;
  }

  /**
   * A report, and what it does not say itself.
   *
   * @param isRunning whether the export ends before the period does
   */
  public record Made(ReportFile report, boolean isRunning) {}

  /**
   * Makes a report; of a period that is over, as the journal was when it ended.
   *
   * @param progress is told how many entries are done
   * @return empty where the journal has no entry in the period
   * @throws UnusableExport when the files are no journal
   */
  public static Optional<Made> make(
      ExportedFiles files, Period period, Tier tier, LongConsumer progress) {
    MeasuredJournal journal = new ExportedReports(files, 0).read(progress).journal;
    if (!journal.covers(period)) {
      return Optional.empty();
    }
    Optional<Mark> end = journal.end(period);
    return Optional.of(new Made(
        ReportFile.of(journal.report(period, end.orElseGet(journal::now), tier)), end.isEmpty()));
  }

  /**
   * Works a report out again and compares it.
   *
   * @param text the report, as it was handed out
   * @param progress is told how many entries are done
   * @return the first thing that differs, as one line; empty when nothing does
   * @throws UnusableExport when the files are no journal
   * @throws IllegalArgumentException when the text is no report
   */
  public static Optional<String> difference(
      ExportedFiles files, String text, LongConsumer progress) {
    ReportFile given = ReportFile.read(text);
    long size = size(files);
    if (given.size() < 1 || given.size() > size) {
      return Optional.of(
          "the report rests on " + given.size() + " entries, the export has " + size);
    }
    if (given.version() != PeriodReport.VERSION) {
      return Optional.of("the report was made by version " + given.version()
          + " of the formulas; this program has version "
          + PeriodReport.VERSION);
    }
    return new ExportedReports(files, given.size()).read(progress).difference(given);
  }

  private Optional<String> difference(ReportFile given) {
    if (!marked.root().equals(given.mark().root())) {
      return Optional.of("the report rests on root " + given.mark().root() + " at " + given.size()
          + " entries, the export leads to " + marked.root());
    }
    return journal.covers(given.period())
        ? ReportDifference.between(
            given, ReportFile.of(journal.report(given.period(), marked, given.tier())))
        : Optional.of("the journal has no entry in " + given.period());
  }

  private static long size(ExportedFiles files) {
    return Verification.size(files)
        .orElseThrow(() -> new UnusableExport("there is no signed checkpoint in the export"));
  }

  /** Reads all entries, also those after the mark: they tell which periods are over. */
  private ExportedReports read(LongConsumer progress) {
    long size = size(files);
    SectionReader reader = new SectionReader(files, size);
    for (long number = 0; journal.size() < size; number++) {
      Section section = reader.read(number);
      section.leaves().forEach(this::take);
      if (!section.isWhole()) {
        throw new UnusableExport("entry " + journal.size() + " is missing in the export");
      }
      progress.accept(journal.size());
    }
    return this;
  }

  private void take(ReadLeaf leaf) {
    leaf.fault().ifPresent(fault -> {
      throw new UnusableExport(fault.reason());
    });
    journal.take(leaf.entry().orElseThrow(), leaf.hash());
    if (journal.size() == markedSize) {
      marked = journal.now();
    }
  }
}
