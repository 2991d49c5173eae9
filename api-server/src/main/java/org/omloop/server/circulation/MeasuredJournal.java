package org.omloop.server.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.period.MonthState;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.ledger.circulation.period.PublicEditions;
import org.omloop.ledger.circulation.period.RowsBehind;
import org.omloop.ledger.circulation.period.Scope;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;

/**
 * A journal, read leaf by leaf from its first entry, that can be measured: its rows, its root, and where it stood when
 * each month was over.
 *
 * <p>Not thread-safe.
 */
public final class MeasuredJournal {
  /** A line of a report, by its words. */
  private record Behind(Period period, long size, String table, List<String> words) {}

  // owned by whoever takes leaves
  private final JournalRows rows = new JournalRows();
  private final JournalTree tree = JournalTree.empty();
  private final PublicEditions editions = new PublicEditions(rows);
  private final Map<Long, Mark> monthEnds = new HashMap<>();
  private final TreeSet<String> classifications = new TreeSet<>();
  private final List<DaySnapshot> days = new ArrayList<>();
  private @Nullable Behind lastAsked;
  private Optional<RowsBehind> lastFound = Optional.empty();
  private @Nullable ReportFile lastExact;
  private long firstBookedAt;

  /**
   * Takes in the next leaf.
   *
   * @throws org.omloop.ledger.journal.MalformedLeaf when it is none
   * @throws IllegalArgumentException when it is not the next
   */
  public void take(byte[] leaf) {
    take(LeafDecoder.decode(leaf), Hash.leaf(leaf));
  }

  /**
   * Takes in the next entry, whose leaf has been decoded.
   *
   * @throws IllegalArgumentException when it is not the next
   */
  public void take(JournalEntry entry, Hash leaf) {
    long bookedAt = entry.bookedAt() / 1_000;
    if (tree.size() == 0) {
      firstBookedAt = bookedAt;
    } else {
      closeBefore(bookedAt);
    }
    rows.follow(entry);
    tree.append(leaf, (level, index, hash) -> {});
    learn(entry);
  }

  private void closeBefore(long bookedAt) {
    LocalDate last = day(rows.lastBookedAt());
    LocalDate now = day(bookedAt);
    if (now.equals(last)) {
      return;
    }
    Mark mark = now();
    days.add(new DaySnapshot(last, mark, PeriodReport.VERSION, List.copyOf(classifications)));
    for (YearMonth over = YearMonth.from(last);
        over.isBefore(YearMonth.from(now));
        over = over.plusMonths(1)) {
      monthEnds.put(Period.month(over.getYear(), over.getMonthValue()).end(), mark);
    }
  }

  private void learn(JournalEntry entry) {
    Order order = entry.order().order();
    if (order instanceof Order.Open open) {
      learn(open.classification());
    } else if (order instanceof Order.Classify change) {
      learn(change.classification());
    }
  }

  private void learn(Classification facts) {
    for (String code : List.of(facts.sector(), facts.area())) {
      int end = code.indexOf(':');
      if (end > 0) {
        classifications.add(code.substring(0, end));
      }
    }
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /** Returns how many leaves were taken in. */
  public long size() {
    return tree.size();
  }

  /** Returns how far it has been read. */
  public Mark now() {
    return new Mark(tree.size(), tree.root().toString());
  }

  /** Returns the rows, which grow as leaves are taken in. */
  public JournalRows rows() {
    return rows;
  }

  /** Returns what may be told of it to other threads. */
  Extent extent() {
    return new Extent(tree.size(), firstBookedAt, rows.lastBookedAt(), monthEnds);
  }

  /** Returns the days that were over since this was last asked. */
  List<DaySnapshot> newDays() {
    List<DaySnapshot> over = List.copyOf(days);
    days.clear();
    return over;
  }

  /** Returns what was inside at the end of each month that is over, under a rule; costs a fold of all rows. */
  List<StateSnapshot> monthStates(Rule rule) {
    List<Scope> months = extent().periods().stream()
        .filter(period -> period.length() == Period.Length.MONTH)
        .flatMap(month -> end(month).map(mark -> scope(month, mark)).stream())
        .toList();
    return MonthState.of(months, rule).stream().flatMap(this::snapshots).toList();
  }

  private Stream<StateSnapshot> snapshots(MonthState month) {
    Period period = month.scope().period();
    Mark mark = end(period).orElseThrow();
    return month.states().entrySet().stream()
        .map(each -> new StateSnapshot(
            period,
            each.getKey().wireName(),
            mark,
            PeriodReport.VERSION,
            month.detail(),
            month.classifications(),
            each.getValue()));
  }

  /** Measures a period as the journal knew it at a mark, and shows of it what the tier may see. */
  public PeriodReport report(Period period, Mark mark, Tier tier) {
    PeriodReport exact = PeriodReport.audit(scope(period, mark), mark.root());
    return tier == Tier.AUDIT ? exact : shown(exact);
  }

  /**
   * Returns an exact report, for the movements behind its lines. The last one is remembered by its period and size: of a
   * period that runs, all pages are of the report that the first was of.
   */
  ReportFile exact(Period period, Mark mark) {
    ReportFile last = lastExact;
    if (last == null || !last.period().equals(period) || last.size() != mark.size()) {
      last = ReportFile.of(report(period, mark, Tier.AUDIT));
      lastExact = last;
    }
    return last;
  }

  /** Remembers an exact report that there is already. */
  void remember(ReportFile exact) {
    lastExact = exact;
  }

  /** Returns what the public sees: an edition of a period that is over, else what is always exact. */
  PeriodReport shown(PeriodReport exact) {
    return end(exact.period()).filter(mark -> mark.size() == exact.size()).isPresent()
        ? editions.of(exact)
        : RunningReport.of(exact);
  }

  /** Returns what a report of a period reads. */
  public Scope scope(Period period, Mark mark) {
    return new Scope(rows, period, mark.size());
  }

  /**
   * Returns the rows behind a line of an exact report; empty where its figures are no sum of rows. What was found last is
   * remembered, as a line with a tracing rule takes a fold of all rows, and is read page by page.
   *
   * @param words what tells the line from the others
   */
  Optional<RowsBehind> rowsBehind(Period period, Mark mark, String table, List<String> words) {
    Behind asked = new Behind(period, mark.size(), table, words);
    if (!asked.equals(lastAsked)) {
      lastFound = RowsBehind.of(scope(period, mark), table, words);
      lastAsked = asked;
    }
    return lastFound;
  }

  /** Tells whether the period has an entry, or lies between two. */
  public boolean covers(Period period) {
    return extent().covers(period);
  }

  /** Returns where the journal stood when a period was over; empty while it is not. */
  public Optional<Mark> end(Period period) {
    return Optional.ofNullable(monthEnds.get(period.end()));
  }
}
