package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.omloop.ledger.circulation.disclosure.Rounding;
import org.omloop.ledger.circulation.disclosure.Thresholds;

/** How public figures are written (rule 4). */
record PublicCells(Thresholds thresholds) {
  static final Cell HIDDEN = new Cell.Hidden();

  /** Returns an amount that disclosure control has rounded, or "x". */
  static Cell amount(Optional<Long> amount) {
    return amount.map(Cell::of).orElse(HIDDEN);
  }

  /** Returns the share of one public amount in another: "x" where one is hidden, "." of nothing. */
  static Cell share(Optional<Long> part, Optional<Long> whole) {
    if (part.isEmpty() || whole.isEmpty()) {
      return HIDDEN;
    }
    if (whole.get() == 0) {
      return new Cell.Absent();
    }
    return share(BigDecimal.valueOf(part.get())
        .divide(BigDecimal.valueOf(whole.get()), 6, RoundingMode.HALF_EVEN));
  }

  /** Returns a share to a percentage point. */
  static Cell share(BigDecimal share) {
    return new Cell.Known(BigDecimal.valueOf(Rounding.share(share), 2));
  }

  /** Returns a ratio to two decimals. */
  static Cell ratio(BigDecimal ratio) {
    return new Cell.Known(ratio.setScale(2, RoundingMode.HALF_UP));
  }

  /** Returns how many units are behind a figure that is shown; too few are "x". */
  Cell count(long count) {
    if (count > 0 && count < thresholds.units()) {
      return HIDDEN;
    }
    return Cell.of(Rounding.count(count, thresholds));
  }

  /** Returns a count of a line, which there may be none of: then nobody is behind it. */
  Cell count(Optional<Line> line, String column) {
    return count(
        line.flatMap(each -> each.value(column)).map(BigDecimal::longValueExact).orElse(0L));
  }

  /** Tells whether so many units are enough for a curve, or a point of one (rule 8). */
  boolean isEnoughForCurve(Optional<BigDecimal> count) {
    return count
        .filter(each -> each.longValueExact() >= thresholds.curveUnits())
        .isPresent();
  }

  /** Tells whether a count is high enough. */
  boolean isEnough(Optional<BigDecimal> count) {
    return count.filter(each -> each.longValueExact() >= thresholds.units()).isPresent();
  }
}
