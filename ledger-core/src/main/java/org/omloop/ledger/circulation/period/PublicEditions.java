package org.omloop.ledger.circulation.period;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Period.Length;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.journal.JournalRows;

/**
 * The public editions of a journal: one for each period that is over, made from the entries that were booked before its
 * end, and never made otherwise (rule 9); by the thresholds in force at that end (docs/adr/0040). What a quarter shows is decided once, from its own rows; years add quarters
 * up, and months show figures of the whole circuit alone (docs/adr/0036). The same journal gives the same editions on
 * every machine, whatever was asked before.
 *
 * <p>Costs: the exact report of the period, and each quarter since the ledger was founded once, which is remembered.
 *
 * <p>Not thread-safe; the journal may grow between two calls.
 */
public final class PublicEditions {
  private final JournalRows journal;
  // owned by the caller's thread: what was decided, by quarter
  private final Map<Period, DecidedQuarter> decided = new HashMap<>();

  /** Starts without an edition. */
  public PublicEditions(JournalRows journal) {
    this.journal = journal;
  }

  /** Returns how many entries a period's edition is made from; empty while the period runs or lies before the first. */
  public static Optional<Long> size(JournalRows journal, Period period) {
    if (journal.size() == 0 || journal.lastBookedAt() < period.end()) {
      return Optional.empty();
    }
    long from = 0;
    long to = journal.size();
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (journal.bookedAt(middle) < period.end()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? Optional.empty() : Optional.of(from);
  }

  /**
   * Returns the public edition of an exact report on a period that is over.
   *
   * @throws IllegalArgumentException when the report is no audit report made from as many entries as {@link #size} says
   */
  public PeriodReport of(PeriodReport audit) {
    Period period = audit.period();
    if (audit.tier() != PeriodReport.Tier.AUDIT
        || !size(journal, period).equals(Optional.of(audit.size()))) {
      throw new IllegalArgumentException("no edition is made from this report on " + period);
    }
    Thresholds thresholds = thresholds(period);
    PublicTables tables = new PublicTables(
        new Scope(journal, period, audit.size()), this, audit.tables(), thresholds);
    return new PeriodReport(
        PeriodReport.Tier.PUBLIC,
        audit.origin(),
        audit.name(),
        audit.unit(),
        audit.scale(),
        period,
        audit.size(),
        audit.root(),
        audit.tuple(),
        Optional.of(thresholds),
        tables.all());
  }

  /** Returns how strictly a period that is over is published: by the rules in force at its end, as booked by then. */
  public Thresholds thresholds(Period period) {
    return Thresholds.of(journal.policy(period.end(), size(journal, period).orElse(0L)));
  }

  /** Returns the public amounts of a period: of its quarters, as far as there are any; none for a month. */
  PublicAmounts amounts(Period period) {
    return PublicAmounts.of(
        switch (period.length()) {
          case MONTH -> List.of();
          case QUARTER -> decided(period).stream().toList();
          case YEAR ->
            IntStream.rangeClosed(1, 4)
                .mapToObj(quarter -> decided(Period.quarter(period.year(), quarter)))
                .flatMap(Optional::stream)
                .toList();
        });
  }

  /** Returns the public amounts since the ledger was founded, up to a period's end; none where that ends no quarter. */
  PublicAmounts amountsUntil(Period period) {
    if (period.length() == Length.MONTH) {
      return PublicAmounts.of(List.of());
    }
    Period last = period.length() == Length.YEAR ? Period.quarter(period.year(), 4) : period;
    int before = 0;
    while (size(journal, last.plus(-before - 1)).isPresent()) {
      before++;
    }
    return PublicAmounts.of(IntStream.rangeClosed(-before, 0)
        .mapToObj(last::plus)
        .map(this::decided)
        .flatMap(Optional::stream)
        .toList());
  }

  /** Returns what a quarter shows; empty while it runs, and before the ledger was founded. */
  Optional<DecidedQuarter> decided(Period quarter) {
    return size(journal, quarter)
        .map(size -> decided.computeIfAbsent(
            quarter,
            each -> PublicQuarter.decide(new Scope(journal, each, size), thresholds(each))));
  }
}
