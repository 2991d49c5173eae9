package org.omloop.server.books;

import java.math.BigDecimal;

/** An amount of minor units in a sentence: {@code 1.234,50} in Dutch, {@code 1,234.50} in English. */
record Cents(long minorUnits, int scale) {
  String nl() {
    return en().replace(',', '_').replace('.', ',').replace('_', '.');
  }

  String en() {
    return String.format(
        java.util.Locale.ROOT, "%,." + scale + "f", BigDecimal.valueOf(minorUnits, scale));
  }
}
