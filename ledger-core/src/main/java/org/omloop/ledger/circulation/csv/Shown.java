package org.omloop.ledger.circulation.csv;

import java.math.BigDecimal;

/** How cells and amounts are written in messages, which are one line each. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** Returns a text with control characters escaped, cut off when it is long. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(each -> {
      if (Character.isISOControl(each) || each == 0x2028 || each == 0x2029) {
        shown.append(String.format("\\u%04x", each));
      } else {
        shown.appendCodePoint(each);
      }
    });
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
  }

  /** Returns an amount as it stands in the file, with two decimals. */
  static String amount(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, 2).toPlainString();
  }
}
