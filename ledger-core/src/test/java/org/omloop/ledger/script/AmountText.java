package org.omloop.ledger.script;

import java.util.regex.Pattern;

/** Money as scripts write it, {@code 10.01}, against minor units at scale 2. */
final class AmountText {
  private static final Pattern FORM = Pattern.compile("-?\\d{1,14}\\.\\d{2}");

  private AmountText() {}

  static long read(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("an amount is written like 10.01, not " + text);
    }
    return Long.parseLong(text.replace(".", ""));
  }

  static String write(long minorUnits) {
    long most = Math.abs(minorUnits);
    return "%s%d.%02d".formatted(minorUnits < 0 ? "-" : "", most / 100, most % 100);
  }
}
