package org.omloop.ledger.circulation.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.journal.EntryKind;

/**
 * What one rule says about a ledger (circulation.md, sections 3 and 9). Ratios and means have six decimals and are
 * empty where the denominator is zero.
 *
 * @param lm3 C8, 1 + P(h ≥ 1) + P(h ≥ 2) over all money that came in
 * @param hopSum the right side of identity (a), Σ amount × hops
 * @param moneyTime the right side of identity (b), Σ amount × milliseconds inside
 * @param open minor units inside
 * @param exited minor units that have left
 * @param passedOn minor units, inside or not, that were passed on at least once
 * @param passedOnAgain minor units, inside or not, that were passed on at least twice
 * @param meanHopsAtExit C11
 * @param meanResidenceDays days from inflow to exit
 * @param holdingDays C5, days from arrival to departure
 * @param idleShare share of all money-days that is of money lying where it last arrived
 * @param exits what left, in order of first appearance; lines are made as they are read, as there may be millions
 * @param survival C12 and C13; lines are made as they are read
 * @param openLots what is inside, by account id; lines are made as they are read
 */
public record TracedFigures(
    Optional<BigDecimal> lm3,
    BigInteger hopSum,
    BigInteger moneyTime,
    long open,
    long exited,
    long passedOn,
    long passedOnAgain,
    Optional<BigDecimal> meanHopsAtExit,
    Optional<BigDecimal> meanResidenceDays,
    Optional<BigDecimal> holdingDays,
    Optional<BigDecimal> idleShare,
    List<ExitLine> exits,
    List<SurvivalLine> survival,
    List<OpenLine> openLots) {
  /** Stands for all accounts together where lots of one key are merged. */
  static final String ALL_ACCOUNTS = "*";

  private static final BigInteger DAY = BigInteger.valueOf(86_400_000);

  /** Money that left in the same way. Residence is in days. */
  public record ExitLine(
      EntryKind kind, long amount, String cohort, BigDecimal residenceDays, int hops) {}

  /** Money that lies in one place. Age is in days since it came in. */
  public record OpenLine(
      String account, long amount, String cohort, int hops, BigDecimal ageDays) {}

  /**
   * The curve at an age in days: what left at that age, what was at risk, the share still inside after it, and the
   * share that has left by each kind.
   */
  public record SurvivalLine(
      BigDecimal ageDays,
      long exited,
      long atRisk,
      BigDecimal survival,
      Map<EntryKind, BigDecimal> exits) {
    public SurvivalLine {
      exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
    }

    private static SurvivalLine of(SurvivalCurve.Step<EntryKind> step) {
      Map<EntryKind, BigDecimal> exits = new LinkedHashMap<>();
      step.exits().forEach((kind, share) -> exits.put(kind, SixDecimals.of(share)));
      return new SurvivalLine(
          days(step.age()), step.exited(), step.atRisk(), SixDecimals.of(step.survival()), exits);
    }
  }

  public TracedFigures {
    exits = Collections.unmodifiableList(exits);
    survival = Collections.unmodifiableList(survival);
    openLots = Collections.unmodifiableList(openLots);
  }

  static TracedFigures withoutLines(TraceTotals totals) {
    return of(totals, List.of(), new SurvivalCurve<>(ExitLog.KINDS), List.of());
  }

  static TracedFigures of(
      TraceTotals totals,
      List<ExitLine> exits,
      SurvivalCurve<EntryKind> curve,
      List<OpenLine> openLots) {
    BigInteger entered = BigInteger.valueOf(totals.exited).add(BigInteger.valueOf(totals.open));
    BigInteger exited = BigInteger.valueOf(totals.exited);
    BigInteger passed = entered
        .add(BigInteger.valueOf(totals.hoppedOnce))
        .add(BigInteger.valueOf(totals.hoppedTwice));
    BigInteger moneyTime = totals.exitedAge.value().add(totals.openAge.value());
    return new TracedFigures(
        SixDecimals.ratio(passed, entered),
        totals.exitedHops.value().add(totals.openHops.value()),
        moneyTime,
        totals.open,
        totals.exited,
        totals.hoppedOnce,
        totals.hoppedTwice,
        SixDecimals.ratio(totals.exitedHops.value(), exited),
        SixDecimals.ratio(totals.exitedAge.value(), exited.multiply(DAY)),
        SixDecimals.ratio(
            totals.spellTime.value(), BigInteger.valueOf(totals.spellAmount).multiply(DAY)),
        SixDecimals.ratio(totals.openIdle.value(), moneyTime),
        exits,
        lines(curve.steps()),
        openLots);
  }

  private static List<SurvivalLine> lines(List<SurvivalCurve.Step<EntryKind>> steps) {
    return new AbstractList<>() {
      @Override
      public SurvivalLine get(int index) {
        return SurvivalLine.of(steps.get(index));
      }

      @Override
      public int size() {
        return steps.size();
      }
    };
  }

  /** Returns the right side of identity (b) in minor units × days. */
  public BigDecimal moneyDays() {
    return SixDecimals.ratio(moneyTime, DAY).orElseThrow();
  }

  /** Returns milliseconds as days with six decimals. */
  public static BigDecimal days(long milliseconds) {
    return SixDecimals.ratio(BigInteger.valueOf(milliseconds), DAY).orElseThrow();
  }
}
