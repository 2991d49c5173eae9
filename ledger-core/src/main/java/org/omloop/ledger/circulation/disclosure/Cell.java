package org.omloop.ledger.circulation.disclosure;

import java.util.Comparator;

/**
 * One fixed cell of the public tables (rule 1): period × area × sector × kind. Nothing else can be asked for. Area and
 * sector are the payee's, or the payer's where there is no payee.
 */
public record Cell(Period period, Area area, Sector sector, Flow flow) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER = Comparator.comparingInt(
          (Cell cell) -> cell.period().year())
      .thenComparing(cell -> cell.period().length())
      .thenComparingInt(cell -> cell.period().number())
      .thenComparing(cell -> cell.area().level())
      .thenComparing(cell -> cell.area().code())
      .thenComparing(cell -> cell.sector().level())
      .thenComparing(cell -> cell.sector().code())
      .thenComparing(Cell::flow);

  /** Refuses balances over more than a month: they do not add up. */
  public Cell {
    if (!flow.addsUpOverTime() && period.length() != Period.Length.MONTH) {
      throw new IllegalArgumentException("balances are known by month, not for " + period);
    }
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return period + " " + area + " " + sector + " " + flow;
  }
}
