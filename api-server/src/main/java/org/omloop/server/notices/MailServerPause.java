package org.omloop.server.notices;

/**
 * How long a mail server is left in peace that does not let us in: a password tried with each mail locks an account. All times
 * in seconds. Not thread-safe.
 */
final class MailServerPause {
  private static final long FIRST = 5;
  private static final long LONGEST = 15 * 60;
  private static final int MOST_REFUSALS = 3;

  private long length;
  private long until;
  private int refusals;

  /** Tells whether it lasts still. */
  boolean lasts(long now) {
    return now < until;
  }

  /** Begins one, longer than that before. */
  void begin(long now) {
    length = length == 0 ? FIRST : Math.min(length * 4, LONGEST);
    until = now + length;
  }

  /** The server took a message. */
  void end() {
    length = 0;
    until = 0;
    refusals = 0;
  }

  /** Counts a recipient refused; tells whether too many were, one after the other. */
  boolean isRefusedOnceMore() {
    refusals++;
    return refusals > MOST_REFUSALS;
  }
}
