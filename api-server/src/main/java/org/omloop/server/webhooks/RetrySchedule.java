package org.omloop.server.webhooks;

import java.util.List;
import java.util.OptionalLong;

/** When a message that did not arrive is tried again. Pure; all times in seconds. */
public final class RetrySchedule {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  /** Between each try and the next. */
  private static final List<Long> PAUSES = List.of(
      5L, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR);

  private static final long LONGEST_WISH = 24 * HOUR;
  private static final double MOST_JITTER = 0.1;

  private RetrySchedule() {}

  /**
   * Returns how long to wait; empty when it has been tried often enough.
   *
   * @param tries how often it has been tried, 1 or more
   * @param wished what the receiver's {@code Retry-After} asks for at least; kept up to a day
   * @param chance 0 to 1: makes the pause up to a tenth longer, so that many do not come back at once
   */
  public static OptionalLong pause(int tries, OptionalLong wished, double chance) {
    if (tries > PAUSES.size()) {
      return OptionalLong.empty();
    }
    long planned = PAUSES.get(tries - 1);
    long longer = planned + (long) (planned * MOST_JITTER * chance);
    return OptionalLong.of(Math.max(longer, Math.min(wished.orElse(0), LONGEST_WISH)));
  }
}
