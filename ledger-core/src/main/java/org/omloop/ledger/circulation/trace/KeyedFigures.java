package org.omloop.ledger.circulation.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.number.WideSum;
import org.omloop.ledger.circulation.trace.TracedFigures.ExitLine;
import org.omloop.ledger.circulation.trace.TracedFigures.OpenLine;
import org.omloop.ledger.journal.EntryKind;

/**
 * What a keyed tracing says: exits are added up as they happen, by kind, cohort and bucket of hops, and for the curve
 * by whole days of age.
 *
 * <p>Not thread-safe.
 */
final class KeyedFigures {
  private static final long DAY = 86_400_000;
  private static final BigInteger DAYS = BigInteger.valueOf(DAY);

  private record Exit(EntryKind kind, String cohort, int hops) {}

  private static final class Sum {
    private long amount;
    private final WideSum age = new WideSum();

    BigDecimal meanDays() {
      return SixDecimals.ratio(age.value(), BigInteger.valueOf(amount).multiply(DAYS))
          .orElseThrow();
    }
  }

  private static final @Nullable Sum[] NONE = {};

  private final InflowPeriods periods;
  // owned by the tracing
  private final Map<Exit, Sum> exits = new LinkedHashMap<>();
  private final Map<EntryKind, @Nullable Sum[]> exitsByKey = new EnumMap<>(EntryKind.class);
  private final SurvivalCurve<EntryKind> exitCurve = new SurvivalCurve<>(ExitLog.KINDS);
  private final TraceTotals exitTotals = new TraceTotals();

  KeyedFigures(InflowPeriods periods) {
    this.periods = periods;
  }

  /** Counts spells of lots that leave their holder at a time. */
  void countSpells(KeyedLots parts, long time) {
    for (int part = parts.start(); part < parts.end(); part++) {
      exitTotals.spellTime.addProduct(parts.amount(part), time - parts.arrivalMean(part));
      exitTotals.spellTime.add(-parts.arrivalRest(part));
    }
    exitTotals.spellAmount += parts.total();
  }

  /** Returns the spells that have ended so far. */
  Spells spells() {
    return new Spells(exitTotals.spellAmount, exitTotals.spellTime.value());
  }

  /** Counts lots that leave the circuit at a time. */
  void exit(EntryKind kind, KeyedLots parts, long time) {
    for (int part = parts.start(); part < parts.end(); part++) {
      int key = parts.key(part);
      long amount = parts.amount(part);
      long age = time - inflowMean(parts, part);
      exitTotals.exited += amount;
      exitTotals.exitedHops.add(parts.hopSum(part));
      exitTotals.exitedAge.addProduct(amount, age);
      exitTotals.exitedAge.add(-parts.inflowRest(part));
      exitTotals.reached(amount, LotKey.hops(key));
      exitCurve.exit(wholeDays(age), kind, amount);
      Sum sum = exitsOf(kind, key);
      sum.amount += amount;
      sum.age.addProduct(amount, age);
      sum.age.add(-parts.inflowRest(part));
    }
  }

  /** Returns the sum to which exits of a kind and a key belong; periods of one cohort have one. */
  private Sum exitsOf(EntryKind kind, int key) {
    @Nullable Sum[] known = exitsByKey.getOrDefault(kind, NONE);
    if (key >= known.length) {
      known = Arrays.copyOf(known, key + key / 2 + 1);
      exitsByKey.put(kind, known);
    }
    Sum sum = known[key];
    if (sum == null) {
      Exit exit = new Exit(kind, periods.cohort(LotKey.period(key)), LotKey.hops(key));
      sum = exits.computeIfAbsent(exit, added -> new Sum());
      known[key] = sum;
    }
    return sum;
  }

  /** Returns the figures at a moment, with the lots that are inside. */
  TracedFigures at(long until, KeyedLots[] accounts) {
    TraceTotals totals = exitTotals.copy();
    SurvivalCurve<EntryKind> curve = exitCurve.copy();
    // By period and bucket, which is in order of time and hops.
    Map<Integer, Sum> open = new TreeMap<>();
    for (KeyedLots lots : accounts) {
      for (int lot = lots.start(); lot < lots.end(); lot++) {
        count(lots, lot, until, totals);
        long age = until - inflowMean(lots, lot);
        curve.open(wholeDays(age), lots.amount(lot));
        Sum sum = open.computeIfAbsent(lots.key(lot), added -> new Sum());
        sum.amount += lots.amount(lot);
        sum.age.addProduct(lots.amount(lot), age);
        sum.age.add(-lots.inflowRest(lot));
      }
    }
    return TracedFigures.of(totals, exitLines(), curve, openLines(open));
  }

  /** Returns the figures at a moment without their lines. */
  TracedFigures totals(long until, KeyedLots[] accounts) {
    TraceTotals totals = exitTotals.copy();
    for (KeyedLots lots : accounts) {
      for (int lot = lots.start(); lot < lots.end(); lot++) {
        count(lots, lot, until, totals);
      }
    }
    return TracedFigures.withoutLines(totals);
  }

  private void count(KeyedLots lots, int lot, long until, TraceTotals totals) {
    long amount = lots.amount(lot);
    totals.open += amount;
    totals.openHops.add(lots.hopSum(lot));
    totals.openAge.addProduct(amount, until - inflowMean(lots, lot));
    totals.openAge.add(-lots.inflowRest(lot));
    totals.openIdle.addProduct(amount, until - lots.arrivalMean(lot));
    totals.openIdle.add(-lots.arrivalRest(lot));
    totals.reached(amount, LotKey.hops(lots.key(lot)));
  }

  private List<ExitLine> exitLines() {
    List<ExitLine> lines = new ArrayList<>();
    exits.forEach((exit, sum) -> lines.add(
        new ExitLine(exit.kind(), sum.amount, exit.cohort(), sum.meanDays(), exit.hops())));
    return lines;
  }

  /** The weeks of one cohort are added up here. */
  private List<OpenLine> openLines(Map<Integer, Sum> open) {
    Map<String, Map<Integer, Sum>> cohorts = new LinkedHashMap<>();
    open.forEach((key, sum) -> {
      Sum all = cohorts
          .computeIfAbsent(periods.cohort(LotKey.period(key)), added -> new TreeMap<>())
          .computeIfAbsent(LotKey.hops(key), added -> new Sum());
      all.amount += sum.amount;
      all.age.add(sum.age);
    });
    List<OpenLine> lines = new ArrayList<>();
    cohorts.forEach((cohort, byHops) -> byHops.forEach((hops, sum) -> lines.add(
        new OpenLine(TracedFigures.ALL_ACCOUNTS, sum.amount, cohort, hops, sum.meanDays()))));
    return lines;
  }

  private long inflowMean(KeyedLots lots, int lot) {
    return periods.weekStart(LotKey.period(lots.key(lot))) + lots.inflowMean(lot);
  }

  private static long wholeDays(long age) {
    return Math.floorDiv(age, DAY) * DAY;
  }
}
