package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;

/**
 * Between what the middle 80% of all draws lie: how much of a figure is due to which inflows happened to be there. It says
 * nothing of the rule, nor of what the circuit cannot see.
 */
record Band(BigDecimal low, BigDecimal high) {
  private static final Text LOW = new Text("80%-band, laag", "80% band, low");
  private static final Text HIGH = new Text("80%-band, hoog", "80% band, high");

  /** Returns the band of some draws; empty where one of them has no figure. */
  static Optional<Band> of(double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    if (Double.isNaN(sorted[sorted.length - 1])) {
      return Optional.empty();
    }
    int outside = sorted.length / 10;
    return Optional.of(new Band(
        SixDecimals.of(sorted[outside]), SixDecimals.of(sorted[sorted.length - 1 - outside])));
  }

  /** Returns the columns of a figure's band. */
  static List<Column> columns(Column.Kind kind) {
    return List.of(new Column("low80", LOW, kind), new Column("high80", HIGH, kind));
  }

  /** Returns the columns of one of several figures' bands. */
  static List<Column> columns(Column of) {
    return List.of(named(of, "low80", LOW), named(of, "high80", HIGH));
  }

  private static Column named(Column of, String end, Text text) {
    Text name = new Text(of.name().nl() + ", " + text.nl(), of.name().en() + ", " + text.en());
    return new Column(of.id() + "_" + end, name, of.kind());
  }

  /** Returns the cells of a band, "." where there is none. */
  static List<Cell> cells(Optional<Band> band) {
    return List.of(Cell.of(band.map(Band::low)), Cell.of(band.map(Band::high)));
  }
}
