package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.flow.MaximumCirculation;
import org.omloop.ledger.circulation.number.PairSums;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.policy.Baseline;

/**
 * What other schemes published, beside the same formula on this circuit's rows (circulation.md, section 11). Before
 * them stands what the city measured of euros, where its operators entered it (docs/adr/0046). Turns and
 * shares of a year are over the year up to the period's end; multipliers and what is traced are since the first row.
 */
final class Schemes {
  private static final List<Column> COLUMNS = List.of(
      new Column("scheme", new Text("Munt", "Scheme"), Column.Kind.NAME),
      new Column("year", new Text("Jaar", "Year"), Column.Kind.NAME),
      new Column("figure", new Text("Cijfer", "Figure"), Column.Kind.WORD),
      new Column("theirs", new Text("Zij", "Theirs"), Column.Kind.RATIO),
      new Column("ours", new Text("Deze kring", "This circuit"), Column.Kind.RATIO),
      new Column("formula", new Text("Formule", "Formula"), Column.Kind.NAME),
      new Column("source", new Text("Bron", "Source"), Column.Kind.NAME));
  private static final Text NOTE = new Text(
      "Met de formule van de ander, over het jaar tot het eind van de periode of sinds het begin. "
          + "Wat euro's vóór de kring deden, staat niet in de boeken.",
      "By the other's formula, over the year up to the period's end or since the start. What euros "
          + "did before the circuit is not in the books.");
  private static final Text UNTRACED = new Text(
      NOTE.nl() + " Cijfers die een lezing vragen, ontbreken hier.",
      NOTE.en() + " Figures that need a reading are missing here.");
  private static final Text SURVEY = new Text(
      "De nulmeting is een eigen enquête van de stad over euro's.",
      "The baseline is the city's own survey of euros.");
  private static final BigInteger DAY = BigInteger.valueOf(86_400_000);
  private static final BigInteger WEEK = DAY.multiply(BigInteger.valueOf(7));
  private static final BigInteger YEAR = DAY.multiply(BigInteger.valueOf(365));
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /** The sums over all rows before a moment. */
  private record State(long volume, long entered, long exited, long stock, BigInteger moneyTime) {
    private static State of(Books books) {
      return new State(
          books.volume(), books.entered(), books.exited(), books.stock(), books.moneyTime());
    }
  }

  private final Scope scope;
  private final Rows rows;
  private final Books books;
  private final Optional<TracedFigures> traced;
  private final Optional<Baseline> baseline;
  private final int yearRow;
  private final int endRow;
  private final State before;
  private final State now;

  private Schemes(Scope scope, Optional<TracedFigures> traced) {
    this.scope = scope;
    this.rows = scope.rows();
    this.books = new Books(rows);
    this.traced = traced;
    this.baseline = Baseline.of(scope.journal().policy(scope.end(), scope.size()));
    this.yearRow = scope.rowsBefore(scope.yearStart());
    this.endRow = scope.endRow();
    this.before = fold(0, yearRow, scope.yearStart());
    this.now = fold(yearRow, endRow, scope.asOf());
  }

  private State fold(int from, int end, long until) {
    for (int row = from; row < end; row++) {
      books.fold(row);
    }
    if (end > 0) {
      books.until(until);
    }
    return State.of(books);
  }

  /**
   * Compares.
   *
   * @param mixed the circuit's money under the well-mixed rule up to the period's end; without it traced figures are
   *     absent
   */
  static Table of(Scope scope, Optional<TracedFigures> mixed) {
    return new Schemes(scope, mixed).table();
  }

  private Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    List<Scheme> schemes = new ArrayList<>(baseline.map(Scheme::of).orElse(List.of()));
    schemes.addAll(Scheme.published());
    for (Scheme scheme : schemes) {
      lines.add(List.of(
          Cell.code(scheme.name()),
          Cell.code(scheme.year()),
          Cell.code(scheme.figure().wireName()),
          Cell.of(Optional.of(scheme.theirs())),
          Cell.of(ours(scheme.figure())),
          Cell.code(scheme.formula()),
          Cell.code(scheme.source())));
    }
    return new Table(
        "schemes",
        new Text("Naast andere munten", "Beside other schemes"),
        List.of("C4", "C5", "C7", "C8", "C9", "C14", "C15"),
        COLUMNS,
        lines,
        Optional.of(note()));
  }

  /** Without a baseline not a byte differs from reports made before there could be one. */
  private Text note() {
    Text note = traced.isPresent() ? NOTE : UNTRACED;
    return baseline.isEmpty()
        ? note
        : new Text(note.nl() + " " + SURVEY.nl(), note.en() + " " + SURVEY.en());
  }

  private Optional<BigDecimal> ours(Scheme.Figure figure) {
    return switch (figure) {
      case LM3 -> traced.flatMap(TracedFigures::lm3);
      case LM3_BEFORE, RETAINED_BEFORE -> Optional.empty();
      case SPENT_LOCALLY ->
        traced.flatMap(
            figures -> SixDecimals.ratio(figures.passedOn(), figures.open() + figures.exited()));
      case LEAKED ->
        SixDecimals.ratio(now.exited() - before.exited(), before.stock() + enteredInYear());
      case RETAINED -> SixDecimals.ratio(now.stock(), before.stock() + enteredInYear());
      case SPENT_AGAIN -> traced.flatMap(Schemes::spentAgain);
      case SPENT_PER_ISSUED -> SixDecimals.ratio(now.volume(), now.entered());
      case CHANGED_BACK -> SixDecimals.ratio(now.exited() - before.exited(), enteredInYear());
      case VELOCITY -> velocity(YEAR);
      case VELOCITY_WEEKLY -> velocity(WEEK);
      case HOLDING_VELOCITY_WEEKLY ->
        holding().flatMap(days -> SixDecimals.ratio(MILLION.multiply(BigInteger.valueOf(7)), days));
      case REDEEMED_REVENUE -> redeemedRevenue();
      case CHAIN_MULTIPLIER ->
        SixDecimals.ratio(
            BigInteger.valueOf(now.volume()).add(BigInteger.valueOf(now.entered())),
            BigInteger.valueOf(now.entered()));
      case EFFECTIVE_SHARE -> holding().flatMap(this::effectiveShare);
      case VOLUME_PER_STOCK -> SixDecimals.ratio(now.volume(), now.stock());
      case NET_CIRCULAR_SHARE -> netCircularShare();
    };
  }

  private long enteredInYear() {
    return now.entered() - before.entered();
  }

  /** V ÷ B̄ × unit ÷ length of the window, which cancels. */
  private Optional<BigDecimal> velocity(BigInteger unit) {
    BigInteger volume = BigInteger.valueOf(now.volume() - before.volume());
    return SixDecimals.ratio(volume.multiply(unit), now.moneyTime().subtract(before.moneyTime()));
  }

  /** Returns the mean holding period in millionths of a day. */
  private Optional<BigInteger> holding() {
    return traced.flatMap(TracedFigures::holdingDays).map(days -> days.movePointRight(6)
        .toBigIntegerExact());
  }

  private Optional<BigDecimal> effectiveShare(BigInteger holding) {
    return SixDecimals.ratio(
        BigInteger.valueOf(now.volume()).multiply(holding).multiply(DAY),
        now.moneyTime().multiply(MILLION));
  }

  private static Optional<BigDecimal> spentAgain(TracedFigures figures) {
    return SixDecimals.ratio(figures.passedOnAgain(), figures.passedOn());
  }

  /** What organisations redeemed in the year ÷ what they received. */
  private Optional<BigDecimal> redeemedRevenue() {
    Tally received = new Tally();
    Traded.forEach(rows, yearRow, endRow, (payer, payee, kind, amount) -> {
      if (isOrganisation(payee)) {
        received.add(payee, amount);
      }
    });
    long redeemed = 0;
    for (int row = yearRow; row < endRow; row++) {
      boolean isRedeemed =
          rows.movement(row) == Movement.EXIT && rows.kind(row) == EntryKind.REDEEM;
      redeemed += isRedeemed && isOrganisation(rows.payer(row)) ? rows.amount(row) : 0;
    }
    return SixDecimals.ratio(redeemed, received.amount());
  }

  private boolean isOrganisation(int account) {
    return Words.isOrganisation(scope.traits(account));
  }

  /** Of what each two units paid each other since the first row only the difference counts. */
  private Optional<BigDecimal> netCircularShare() {
    Accounts accounts = rows.accounts();
    PairSums differences = new PairSums();
    books.hops().forEach((payer, payee, amount) -> {
      int from = accounts.unit(payer);
      int to = accounts.unit(payee);
      differences.add(Math.min(from, to), Math.max(from, to), from < to ? amount : -amount);
    });
    PairSums net = new PairSums();
    differences.forEach((first, second, amount) ->
        net.add(amount > 0 ? first : second, amount > 0 ? second : first, Math.abs(amount)));
    HopGraph graph = HopGraph.of(accounts.unitNames(), net);
    return SixDecimals.ratio(MaximumCirculation.of(graph).total(), graph.volume());
  }
}
