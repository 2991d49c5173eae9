package org.omloop.ledger.circulation.period;

import java.util.List;

/** The ages of money at which tables read their curves. */
final class Ages {
  /** A day in milliseconds. */
  static final long DAY = 86_400_000;

  /** In days, rising. */
  static final List<Integer> DAYS = List.of(0, 7, 14, 30, 60, 90, 120, 150, 180, 270, 365);

  /** In milliseconds, rising. */
  static final List<Long> MILLISECONDS = DAYS.stream().map(days -> days * DAY).toList();

  /** The age at which money of different times is compared (C12, and what one euro did). */
  static final int COMPARED_DAYS = 180;

  /** The same in milliseconds. */
  static final long COMPARED = COMPARED_DAYS * DAY;

  private static final long[] RISING =
      MILLISECONDS.stream().mapToLong(Long::longValue).toArray();

  private Ages() {}

  /** Returns how many days of an age in milliseconds are over. */
  static int wholeDays(long age) {
    return (int) Math.floorDiv(age, DAY);
  }

  /** Returns how many days of an age in milliseconds have begun; a day that is just over is the last. */
  static int daysBegun(long age) {
    return (int) Math.floorDiv(age + DAY - 1, DAY);
  }

  /**
   * Returns how many of the ages money has reached.
   *
   * @param age milliseconds, not below 0
   */
  static int reached(long age) {
    int count = 0;
    while (count < RISING.length && RISING[count] <= age) {
      count++;
    }
    return count;
  }
}
