package org.omloop.ledger.circulation.coins;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Money that comes where it was before (circulation.md, indicator C16): how many hops of coins went to a unit, or to an
 * area, in which the coin had been. A hop whose coin is given back counts no longer, from the refund on; nor does the
 * visit.
 *
 * @param hops hops of coins, less those given back
 * @param toUnit of these, to a unit that had the coin before
 * @param hopsToKnownAreas of these, to units whose area is known
 * @param toArea of the latter, to an area in which the coin was before, the payer's too
 */
public record ReturnedMoney(long hops, long toUnit, long hopsToKnownAreas, long toArea) {
  /**
   * Counts the hops of a stretch of rows.
   *
   * @param from the first row that counts
   * @param to the first row that counts no longer
   * @param areas an account's area; empty when unknown
   */
  public static ReturnedMoney of(
      MarkedCoins coins, Rows rows, int from, int to, IntFunction<String> areas) {
    Count count = new Count(rows, from, to, areas);
    for (int coin = 0; coin < coins.size(); coin++) {
      count.follow(coins.path(coin));
    }
    return new ReturnedMoney(count.hops, count.toUnit, count.hopsToKnownAreas, count.toArea);
  }

  /** Returns the share of hops that went back to a unit. */
  public Optional<BigDecimal> unitShare() {
    return SixDecimals.ratio(toUnit, hops);
  }

  /** Returns the share of hops, to units whose area is known, that went to an area where the coin was. */
  public Optional<BigDecimal> areaShare() {
    return SixDecimals.ratio(toArea, hopsToKnownAreas);
  }

  private static final class Count {
    /** A coin came to an account; after an own transfer, still by the row that brought it to the unit. */
    private record Visit(int broughtBy, int account) {}

    private final Rows rows;
    private final int from;
    private final int to;
    private final IntFunction<String> areas;
    // owned by the one that counts: where the coin has been, the last on top, and how often
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final Map<Integer, Integer> units = new HashMap<>();
    private final Map<String, Integer> visitedAreas = new HashMap<>();
    private long hops;
    private long toUnit;
    private long hopsToKnownAreas;
    private long toArea;

    private Count(Rows rows, int from, int to, IntFunction<String> areas) {
      this.rows = rows;
      this.from = from;
      this.to = to;
      this.areas = areas;
    }

    private void follow(CoinPath path) {
      visits.clear();
      units.clear();
      visitedAreas.clear();
      for (int row : path.rows()) {
        step(row);
      }
    }

    private void step(int row) {
      switch (rows.movement(row)) {
        case HOP -> {
          count(row, row, 1);
          visit(row, rows.payee(row));
        }
        case REFUND -> giveBack(row);
        case OWN_TRANSFER -> visit(visits.element().broughtBy(), rows.payee(row));
        case INFLOW, CONTRIBUTION, LEVY -> visit(row, rows.payee(row));
        case EXIT -> {}
      }
    }

    /** Where the coin is the very one that was paid, it is as if it had not been; else it goes to whom it is given. */
    private void giveBack(int row) {
      int original = rows.original(row);
      if (visits.element().broughtBy() != original) {
        visit(row, rows.payee(row));
        return;
      }
      while (visits.element().broughtBy() == original) {
        leave(visits.remove().account());
      }
      if (rows.movement(original) == Movement.HOP) {
        count(row, original, -1);
      }
    }

    /** Counts a hop, or one given back, in the stretch to which the row that books it belongs. */
    private void count(int row, int hop, int change) {
      if (row < from || row >= to) {
        return;
      }
      int payee = rows.payee(hop);
      String area = areas.apply(payee);
      hops += change;
      toUnit += units.containsKey(rows.accounts().unit(payee)) ? change : 0;
      hopsToKnownAreas += area.isEmpty() ? 0 : change;
      toArea += visitedAreas.containsKey(area) ? change : 0;
    }

    private void visit(int broughtBy, int account) {
      visits.push(new Visit(broughtBy, account));
      units.merge(rows.accounts().unit(account), 1, Integer::sum);
      if (!areas.apply(account).isEmpty()) {
        visitedAreas.merge(areas.apply(account), 1, Integer::sum);
      }
    }

    private void leave(int account) {
      units.computeIfPresent(rows.accounts().unit(account), Count::less);
      visitedAreas.computeIfPresent(areas.apply(account), Count::less);
    }

    private static @Nullable Integer less(Object key, int count) {
      return count > 1 ? count - 1 : null;
    }
  }
}
