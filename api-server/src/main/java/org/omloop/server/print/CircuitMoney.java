package org.omloop.server.print;

import java.math.BigDecimal;

/**
 * The money of a circuit, as paper and files write it.
 *
 * @param circuit the circuit's name
 * @param unit the unit's name in the founding order
 * @param scale how many digits stand behind the comma, 0 … 4
 */
public record CircuitMoney(String circuit, String unit, int scale) {
  private static final String EURO = "euro";

  /** Returns the code in ISO 4217: a euro of the circuit counts as a euro; XXX where the unit is not money by that list. */
  public String isoCode() {
    return isEuro() ? "EUR" : "XXX";
  }

  /** Returns the unit as it is read. */
  public String symbol() {
    return isEuro() ? "€" : unit;
  }

  /** Returns an amount in minor units, to the last digit. */
  public BigDecimal decimal(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, scale);
  }

  private boolean isEuro() {
    return unit.equals(EURO);
  }
}
