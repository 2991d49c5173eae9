package org.omloop.ledger.circulation.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/** Reads a time of RFC 3339, with at most three decimals of a second. */
final class Rfc3339 {
  private static final int DATE_AND_TIME = "2026-03-01T12:00:00".length();
  private static final int OFFSET = "+01:00".length();

  private Rfc3339() {}

  static OptionalLong parse(byte[] bytes, int from, int to) {
    int zone = from + DATE_AND_TIME;
    if (to - from <= DATE_AND_TIME || !isPunctuated(bytes, from)) {
      return OptionalLong.empty();
    }
    int fraction = 0;
    if (bytes[zone] == '.') {
      int start = ++zone;
      while (zone < to && bytes[zone] >= '0' && bytes[zone] <= '9') {
        zone++;
      }
      int decimals = zone - start;
      if (decimals < 1 || decimals > 3) {
        return OptionalLong.empty();
      }
      fraction = digits(bytes, start, decimals) * (decimals == 1 ? 100 : decimals == 2 ? 10 : 1);
    }
    int offsetMinutes = offsetMinutes(bytes, zone, to);
    return offsetMinutes == Integer.MIN_VALUE
        ? OptionalLong.empty()
        : local(bytes, from, fraction, offsetMinutes);
  }

  private static boolean isPunctuated(byte[] bytes, int from) {
    return bytes[from + 4] == '-'
        && bytes[from + 7] == '-'
        && (bytes[from + 10] | 0x20) == 't'
        && bytes[from + 13] == ':'
        && bytes[from + 16] == ':';
  }

  /** Returns the offset east of UTC, or {@link Integer#MIN_VALUE} for another form. */
  private static int offsetMinutes(byte[] bytes, int zone, int to) {
    if (to - zone == 1 && (bytes[zone] | 0x20) == 'z') {
      return 0;
    }
    boolean isOffset =
        to - zone == OFFSET && (bytes[zone] == '+' || bytes[zone] == '-') && bytes[zone + 3] == ':';
    if (!isOffset) {
      return Integer.MIN_VALUE;
    }
    int hours = digits(bytes, zone + 1, 2);
    int minutes = digits(bytes, zone + 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    return bytes[zone] == '-' ? -(hours * 60 + minutes) : hours * 60 + minutes;
  }

  private static OptionalLong local(byte[] bytes, int from, int fraction, int offsetMinutes) {
    int hour = digits(bytes, from + 11, 2);
    int minute = digits(bytes, from + 14, 2);
    int second = digits(bytes, from + 17, 2);
    boolean isTime = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0;
    // RFC 3339 section 5.7: a leap second is 23:59:60 in UTC; like POSIX we count it as the second
    // after.
    boolean isLeap =
        second == 60 && Math.floorMod(hour * 60 + minute - offsetMinutes, 24 * 60) == 24 * 60 - 1;
    if (!isTime || second > 59 && !isLeap) {
      return OptionalLong.empty();
    }
    int year = digits(bytes, from, 4);
    int month = digits(bytes, from + 5, 2);
    int day = digits(bytes, from + 8, 2);
    if (year < 0) {
      return OptionalLong.empty();
    }
    try {
      long minutes = LocalDate.of(year, month, day).toEpochDay() * 24 * 60
          + hour * 60L
          + minute
          - offsetMinutes;
      return OptionalLong.of((minutes * 60 + second) * 1000 + fraction);
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** Returns the number in {@code digits} places from a position, or −1 where one of them is no digit. */
  private static int digits(byte[] bytes, int from, int digits) {
    int number = 0;
    for (int position = from; position < from + digits; position++) {
      int digit = bytes[position] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
