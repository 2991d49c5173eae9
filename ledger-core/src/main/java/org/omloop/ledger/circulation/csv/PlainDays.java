package org.omloop.ledger.circulation.csv;

import java.util.OptionalLong;

/** Reads a plain number of days: at most ten digits, at most five decimals, no sign. */
final class PlainDays {
  private static final int MOST_DIGITS = 10;
  private static final int MOST_DECIMALS = 5;
  private static final long HUNDRED_THOUSANDTH = TimeForm.MILLISECONDS_PER_DAY / 100_000;

  private PlainDays() {}

  static OptionalLong parse(byte[] bytes, int from, int to) {
    long number = 0;
    int point = to;
    for (int position = from; position < to; position++) {
      int digit = bytes[position] - '0';
      if (bytes[position] == '.' && point == to) {
        point = position;
      } else if (digit < 0 || digit > 9 || position - from > MOST_DIGITS + MOST_DECIMALS) {
        return OptionalLong.empty();
      } else {
        number = number * 10 + digit;
      }
    }
    int decimals = Math.max(0, to - point - 1);
    boolean isPlain = point > from
        && point - from <= MOST_DIGITS
        && decimals <= MOST_DECIMALS
        && (point == to || decimals > 0);
    if (!isPlain) {
      return OptionalLong.empty();
    }
    for (int missing = decimals; missing < MOST_DECIMALS; missing++) {
      number *= 10;
    }
    return OptionalLong.of(number * HUNDRED_THOUSANDTH);
  }
}
