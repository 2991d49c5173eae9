package org.omloop.server.export;

import java.math.BigDecimal;

/** Writes minor units as a decimal with a point, such as {@code 12.50}. */
record Decimal(int scale) {
  String write(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, scale).toPlainString();
  }
}
