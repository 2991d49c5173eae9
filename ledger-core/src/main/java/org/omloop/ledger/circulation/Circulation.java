package org.omloop.ledger.circulation;

import static org.omloop.ledger.circulation.csv.TimeForm.MILLISECONDS_PER_DAY;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.CirculationReport.CircularShare;
import org.omloop.ledger.circulation.CirculationReport.Input;
import org.omloop.ledger.circulation.CirculationReport.Moved;
import org.omloop.ledger.circulation.CirculationReport.Stock;
import org.omloop.ledger.circulation.CirculationReport.Volume;
import org.omloop.ledger.circulation.CirculationReport.Window;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.csv.LedgerFile;
import org.omloop.ledger.circulation.csv.TimeForm;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.flow.MaximumCirculation;
import org.omloop.ledger.circulation.number.PairSums;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.CohortCalendar;
import org.omloop.ledger.circulation.trace.KeyedTracing;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.circulation.trace.Tracing;
import org.omloop.ledger.journal.EntryKind;

/** Measures a ledger. The same ledger and options give the same report on every machine. */
public final class Circulation {
  /** After so many days without passing money on, a unit's money sleeps (C6). */
  public static final int SLEEPING_DAYS = 90;

  /** Above so many rows lots of one key are merged. */
  static final int MOST_ROWS_IN_LOTS = 100_000;

  private static final BigInteger DAY = BigInteger.valueOf(MILLISECONDS_PER_DAY);
  private static final BigInteger YEAR = DAY.multiply(BigInteger.valueOf(365));
  private static final List<EntryKind> HOP_KINDS =
      List.of(EntryKind.PURCHASE, EntryKind.B2B, EntryKind.WAGE, EntryKind.GIFT, EntryKind.GRANT);

  private final LedgerFile file;
  private final Rows rows;
  private final Optional<Window> window;
  private final int used;
  private final Books books;

  private Circulation(LedgerFile file, Optional<Window> window) {
    this.file = file;
    this.rows = file.rows();
    this.window = window;
    this.used = window.map(each -> rows.countUntil(each.until())).orElse(0);
    this.books = new Books(rows);
  }

  /**
   * Measures a ledger from its first row up to the end of a window, whose rows at that very moment count.
   *
   * @param window of {@link #window}
   * @param rules which readings to make
   * @throws IdentityFailed when the measurement contradicts itself
   */
  public static CirculationReport measure(
      LedgerFile file, Optional<String> accountsSha256, Optional<Window> window, List<Rule> rules) {
    return new Circulation(file, window).measure(accountsSha256, rules);
  }

  /** Returns the window from a ledger's first row to its last; empty for a ledger without rows. */
  public static Optional<Window> window(LedgerFile file) {
    Rows rows = file.rows();
    return rows.size() == 0
        ? Optional.empty()
        : file.timeForm().map(form -> new Window(form, rows.time(0), rows.time(rows.size() - 1)));
  }

  private CirculationReport measure(Optional<String> accountsSha256, List<Rule> rules) {
    for (int row = 0; row < used; row++) {
      books.fold(row);
    }
    window.ifPresent(each -> books.until(each.until()));
    HopGraph graph = HopGraph.of(rows.accounts().unitNames(), unitHops());
    return new CirculationReport(
        isKeyed() ? "keyed" : "lots",
        new Input(file.rowCount(), used, file.rowsOutside(), accountsSha256, file.sha256()),
        window,
        new Stock(books.entered(), books.issued(), books.granted(), books.exited(), books.stock()),
        volume(),
        new Moved(books.contributed(), books.levied(), books.ownTransfers()),
        SixDecimals.ratio(books.moneyTime(), DAY).orElseThrow(),
        meanStock(),
        // V ÷ B̄ × 365 ÷ days, where the length of the window cancels
        SixDecimals.ratio(BigInteger.valueOf(books.volume()).multiply(YEAR), books.moneyTime()),
        SixDecimals.ratio(books.volume(), books.entered()),
        SixDecimals.ratio(
            BigInteger.valueOf(books.volume()).add(BigInteger.valueOf(books.entered())),
            BigInteger.valueOf(books.entered())),
        SixDecimals.ratio(graph.throughflow(), graph.volume()),
        sleepingShare(),
        circularShare(graph),
        traced(rules),
        rows.accounts().areDeclared()
            ? Optional.of(Breakdowns.of(books, rows.accounts()))
            : Optional.empty());
  }

  private Volume volume() {
    Map<EntryKind, Long> byKind = new LinkedHashMap<>();
    HOP_KINDS.forEach(kind -> byKind.put(kind, books.net(kind)));
    return new Volume(
        books.gross(), books.refunded(), books.volume(), books.economicVolume(), byKind);
  }

  private Optional<BigDecimal> meanStock() {
    return window.flatMap(each ->
        SixDecimals.ratio(books.moneyTime(), BigInteger.valueOf(each.until() - each.from())));
  }

  private Optional<BigDecimal> sleepingShare() {
    long quietFor = SLEEPING_DAYS * MILLISECONDS_PER_DAY;
    return window
        .filter(each -> each.until() - each.from() >= quietFor)
        .flatMap(each -> SixDecimals.ratio(books.sleeping(each.until(), quietFor), books.stock()));
  }

  /** Hops between units; the accounts of one unit are added up. */
  private PairSums unitHops() {
    Accounts accounts = rows.accounts();
    PairSums hops = new PairSums();
    books
        .hops()
        .forEach(
            (payer, payee, amount) -> hops.add(accounts.unit(payer), accounts.unit(payee), amount));
    return hops;
  }

  private static CircularShare circularShare(HopGraph graph) {
    Certificate certificate = MaximumCirculation.of(graph);
    Identities.check(graph, certificate);
    return new CircularShare(
        SixDecimals.ratio(certificate.total(), graph.volume()), graph, certificate);
  }

  private Map<Rule, TracedFigures> traced(List<Rule> rules) {
    Map<Rule, TracedFigures> figures = new LinkedHashMap<>();
    for (Rule rule : rules) {
      TracedFigures traced = trace(rule);
      Identities.check(books, rule, traced);
      figures.put(rule, traced);
    }
    return figures;
  }

  private TracedFigures trace(Rule rule) {
    Tracing tracing = tracing(rule);
    for (int row = 0; row < used; row++) {
      tracing.fold(row);
    }
    Identities.check(books, rule, tracing, rows.accounts());
    return tracing.figures(window.map(Window::until).orElse(0L));
  }

  private Tracing tracing(Rule rule) {
    Offset offset = Offset.hashed();
    if (!isKeyed()) {
      return new LotTracing(rows, rule, offset);
    }
    boolean hasDates = file.timeForm().filter(form -> form == TimeForm.RFC_3339).isPresent();
    return new KeyedTracing(
        rows, rule, offset, hasDates ? CohortCalendar.MONTHS : CohortCalendar.THIRTY_DAYS);
  }

  private boolean isKeyed() {
    return file.rowCount() > MOST_ROWS_IN_LOTS;
  }
}
