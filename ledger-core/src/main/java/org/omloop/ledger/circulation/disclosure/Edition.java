package org.omloop.ledger.circulation.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A frozen edition of the public tables and of all editions before it. Immutable and thread-safe.
 */
public final class Edition {
  /** What an edition decided about a cell; the amount is the true one and leaves this package for no reader. */
  record Verdict(int edition, long amount, boolean isShown, boolean isExact) {}

  private final int number;
  private final FixedCells cells;
  private final Thresholds thresholds;
  private final NavigableMap<Cell, List<Verdict>> verdicts;

  Edition(
      int number,
      FixedCells cells,
      Thresholds thresholds,
      NavigableMap<Cell, List<Verdict>> verdicts) {
    this.number = number;
    this.cells = cells;
    this.thresholds = thresholds;
    this.verdicts = new TreeMap<>(verdicts);
  }

  /** Returns the edition before the first: nothing is published yet. */
  public static Edition none(FixedCells cells, Thresholds thresholds) {
    return new Edition(0, cells, thresholds, new TreeMap<>());
  }

  /** Returns its number, from 1; 0 for none. */
  public int number() {
    return number;
  }

  /** Returns what the public is told when it asks for a cell. */
  public Answer answer(Cell asked) {
    Optional<Cell> given = Optional.of(asked);
    while (given.isPresent() && published(given.get()).isEmpty()) {
      given = cells.climb(given.get());
    }
    Cell found = given.orElse(asked);
    return new Answer(asked, found, published(found));
  }

  /** Returns how much of a table is hidden, given what its cells add up to. */
  public HiddenCells hidden(Cell total, Collection<Cell> table) {
    int hidden = 0;
    long shown = 0;
    for (Cell cell : table) {
      List<Published> values = published(cell);
      hidden += values.isEmpty() ? 1 : 0;
      shown += values.isEmpty() ? 0 : values.get(values.size() - 1).amount();
    }
    List<Published> totals = published(total);
    long all = totals.isEmpty() ? 0 : totals.get(totals.size() - 1).amount();
    return new HiddenCells(
        table.size(),
        hidden,
        all == 0 ? OptionalInt.empty() : OptionalInt.of(percent(Math.max(0, all - shown), all)));
  }

  /** Returns the values of a cell itself, earliest edition first; empty when it is hidden or not yet decided. */
  public List<Published> published(Cell cell) {
    List<Published> values = new ArrayList<>();
    for (Verdict verdict : verdicts.getOrDefault(cell, List.of())) {
      if (verdict.isShown()) {
        long amount =
            verdict.isExact() ? verdict.amount() : Rounding.amount(verdict.amount(), thresholds);
        values.add(new Published(verdict.edition(), amount, verdict.isExact()));
      }
    }
    return List.copyOf(values);
  }

  Map<Cell, List<Verdict>> verdicts() {
    return verdicts;
  }

  Thresholds thresholds() {
    return thresholds;
  }

  private static int percent(long part, long whole) {
    return Rounding.share(
        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN));
  }
}
