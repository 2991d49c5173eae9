package org.omloop.ledger.circulation.disclosure;

import java.util.Collection;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/**
 * How strict publication is. A circuit may be stricter than {@link #DEFAULT}, and may become stricter; never less.
 *
 * @param units how many distinct units each side of a cell needs, at least 10
 * @param largestPercent the most that one unit may have of a cell, at most 50
 * @param protectionPercent p of the p% rule: what all but the two largest have, in percent of the largest, at least 10
 * @param roomPercent how closely a hidden cell may not be computed, in percent of its amount, at least 10
 * @param amountStep what amounts are rounded to, minor units, at least 1,000
 * @param countStep what counts are rounded to, at least 5
 * @param curveEntries how often money must have come in for a curve, at least 10
 * @param curveUnits how many units a curve's cohort needs, and each of its points, at least 10
 */
public record Thresholds(
    int units,
    int largestPercent,
    int protectionPercent,
    int roomPercent,
    long amountStep,
    int countStep,
    int curveEntries,
    int curveUnits) {
  /** The defaults of circulation.md, section 7. */
  public static final Thresholds DEFAULT = new Thresholds(10, 50, 10, 10, 1_000, 5, 10, 10);

  /** Refuses values that are less strict than the defaults, or that no cell could pass. */
  public Thresholds {
    boolean isStrict = units >= 10
        && largestPercent >= 1
        && largestPercent <= 50
        && protectionPercent >= 10
        && roomPercent >= 10
        && amountStep >= 1_000
        && countStep >= 5
        && curveEntries >= 10
        && curveUnits >= 10;
    if (!isStrict) {
      throw new IllegalArgumentException("less strict than the rules allow");
    }
  }

  /**
   * Returns the thresholds of a circuit's own rules. The ledger refuses looser ones; where a founding names some, the
   * defaults hold.
   */
  public static Thresholds of(Policy policy) {
    return new Thresholds(
        Math.max(DEFAULT.units, policy.number(Setting.DISCLOSURE_UNITS)),
        Math.min(
            DEFAULT.largestPercent, Math.max(1, policy.number(Setting.DISCLOSURE_LARGEST_PERCENT))),
        Math.max(DEFAULT.protectionPercent, policy.number(Setting.DISCLOSURE_PROTECTION_PERCENT)),
        Math.max(DEFAULT.roomPercent, policy.number(Setting.DISCLOSURE_ROOM_PERCENT)),
        Math.max(DEFAULT.amountStep, policy.number(Setting.DISCLOSURE_AMOUNT_STEP)),
        Math.max(DEFAULT.countStep, policy.number(Setting.DISCLOSURE_COUNT_STEP)),
        Math.max(DEFAULT.curveEntries, policy.number(Setting.DISCLOSURE_CURVE_ENTRIES)),
        Math.max(DEFAULT.curveUnits, policy.number(Setting.DISCLOSURE_CURVE_UNITS)));
  }

  /**
   * Returns the next thresholds of a circuit that has these.
   *
   * @throws IllegalArgumentException when any of them is less strict than it was
   */
  public Thresholds tightenedTo(Thresholds next) {
    boolean isStricter = next.units >= units
        && next.largestPercent <= largestPercent
        && next.protectionPercent >= protectionPercent
        && next.roomPercent >= roomPercent
        && next.amountStep >= amountStep
        && next.countStep >= countStep
        && next.curveEntries >= curveEntries
        && next.curveUnits >= curveUnits;
    if (!isStricter) {
      throw new IllegalArgumentException("thresholds may only be tightened");
    }
    return next;
  }

  /** Tells whether the amounts of one side's units, each above zero, pass rule 3. */
  public boolean pass(Collection<Long> amounts) {
    if (amounts.size() < units) {
      return false;
    }
    long total = 0;
    long largest = 0;
    long second = 0;
    for (long amount : amounts) {
      total = Math.addExact(total, amount);
      second = Math.max(second, Math.min(largest, amount));
      largest = Math.max(largest, amount);
    }
    long rest = total - largest - second;
    return compare(largest, 100, total, largestPercent) <= 0
        && compare(rest, 100, largest, protectionPercent) >= 0;
  }

  /** Compares a·m with b·n in 128 bits, all from zero up. */
  private static int compare(long a, long m, long b, long n) {
    int high = Long.compare(Math.multiplyHigh(a, m), Math.multiplyHigh(b, n));
    return high != 0 ? high : Long.compareUnsigned(a * m, b * n);
  }
}
