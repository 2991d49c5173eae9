package org.omloop.ledger.checkpoint;

/** Whole numbers from 0 to 2^63−1 as C2SP formats write them: ASCII digits, no sign, no leading zeroes. */
final class DecimalText {
  private DecimalText() {}

  /** The number of a text; throws {@link IllegalArgumentException} unless it is that number's one text. */
  static long parse(String text) {
    long number = Long.parseLong(text);
    if (number < 0 || !Long.toString(number).equals(text)) {
      throw new IllegalArgumentException("Not a plain decimal number");
    }
    return number;
  }
}
