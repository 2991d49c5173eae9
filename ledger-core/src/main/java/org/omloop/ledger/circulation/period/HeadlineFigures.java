package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.period.TracedPeriods.Span;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Rule;

/** The headline figures at the end of one period, each by its formula in the catalogue. */
final class HeadlineFigures {
  private static final String BOOKS = "books";
  private static final BigInteger YEAR = BigInteger.valueOf(365 * Ages.DAY);

  /**
   * A figure.
   *
   * @param rule the rule it needs, or {@code books} for none
   * @param value with shares as 0 … 1; empty where the denominator is zero
   * @param units how many units had a row behind it
   * @param band of an estimate; empty of others, and where too little money came in
   */
  record Figure(String rule, Optional<BigDecimal> value, int units, Optional<Band> band) {}

  private final Span span;
  private final Bands bands;
  private final Rows rows;
  private final LedgerState before;
  private final LedgerState now;
  private final PeriodShares shares;

  HeadlineFigures(Span span, Bands bands) {
    this.span = span;
    this.bands = bands;
    this.rows = span.scope().rows();
    this.before = span.opening().books();
    this.now = span.closing().books();
    this.shares = new PeriodShares(span.scope());
  }

  Span span() {
    return span;
  }

  /** Returns an indicator's figure, or one for each rule. */
  List<Figure> of(String indicator) {
    return switch (indicator) {
      case "C4" -> books(velocity(), inPeriod(this::isSpending));
      case "C5" ->
        traced(
            (earlier, later) -> later.spells().since(earlier.spells()).meanDays(),
            inPeriod(rows::endsSpell),
            rule -> Optional.empty());
      case "C6" -> books(sleepingShare(), now.holders());
      case "C7" -> books(SixDecimals.ratio(now.volume(), now.entered()), everIssuedOrSpent());
      case "C8" ->
        traced((earlier, later) -> later.lm3(), everIssuedOrSpent(), rule -> bands.lm3(span, rule));
      case "C9" ->
        books(
            SixDecimals.ratio(Math.addExact(now.volume(), now.entered()), now.entered()),
            everIssuedOrSpent());
      case "C12" ->
        traced(
            (earlier, later) -> later.retained(),
            ever(this::entersOrLeaves),
            rule -> bands.retained(span, rule));
      case "C14" -> books(outflow(), inPeriod(this::entersOrLeaves));
      case "C15" -> books(shares.circular());
      case "C17" -> books(shares.throughflow());
      case "C24" -> books(shares.essential());
      case "C29" -> books(shares.earnedByTheNeighbourhood());
      case "C30" -> books(shares.grantedAgain());
      default -> throw new IllegalArgumentException("no headline figure: " + indicator);
    };
  }

  private Optional<BigDecimal> velocity() {
    BigInteger spent = BigInteger.valueOf(now.volume() - before.volume());
    return SixDecimals.ratio(spent.multiply(YEAR), now.moneyTime().subtract(before.moneyTime()));
  }

  private Optional<BigDecimal> sleepingShare() {
    return now.sleeping().isPresent()
        ? SixDecimals.ratio(now.sleeping().getAsLong(), now.stock())
        : Optional.empty();
  }

  private Optional<BigDecimal> outflow() {
    return SixDecimals.ratio(
        now.exited() - before.exited(), before.stock() + now.entered() - before.entered());
  }

  private boolean isSpending(int row) {
    return rows.movement(row) == Movement.HOP || Traded.isRefundOfHop(rows, row);
  }

  private boolean entersOrLeaves(int row) {
    return rows.movement(row) == Movement.INFLOW || rows.movement(row) == Movement.EXIT;
  }

  private int everIssuedOrSpent() {
    return ever(row -> isSpending(row) || rows.movement(row) == Movement.INFLOW);
  }

  private int inPeriod(IntPredicate isBehind) {
    return UnitsBehind.count(rows, span.scope().firstRow(), span.scope().endRow(), isBehind);
  }

  private int ever(IntPredicate isBehind) {
    return UnitsBehind.count(rows, 0, span.scope().endRow(), isBehind);
  }

  private static List<Figure> books(PeriodShares.Share share) {
    return books(share.value(), share.units());
  }

  private static List<Figure> books(Optional<BigDecimal> value, int units) {
    return List.of(new Figure(BOOKS, value, units, Optional.empty()));
  }

  private List<Figure> traced(
      BiFunction<RuleState, RuleState, Optional<BigDecimal>> value,
      int units,
      Function<Rule, Optional<Band>> band) {
    return TracedPeriods.RULES.stream()
        .map(rule -> new Figure(
            rule.wireName(),
            value.apply(state(span.opening(), rule), state(span.closing(), rule)),
            units,
            band.apply(rule)))
        .toList();
  }

  private static RuleState state(TracedPeriods.State state, Rule rule) {
    return Optional.ofNullable(state.rules().get(rule)).orElseThrow();
  }
}
