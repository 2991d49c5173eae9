package org.omloop.ledger.order;

import java.util.regex.Pattern;

/**
 * What every order says: for which ledger, under which id, and for how long it may be decided.
 *
 * @param ledger the origin of the one ledger it is meant for
 * @param id its own name
 * @param issuedAt when it was made, unix seconds
 * @param expiresAt when it is dead, unix seconds; at most {@link #LONGEST_SECONDS} after it was made
 */
public record Terms(String ledger, OrderId id, long issuedAt, long expiresAt) {
  /** How long an order may live: 30 days. */
  public static final long LONGEST_SECONDS = 30L * 24 * 60 * 60;

  /** How far a signer's clock may be ahead of the ledger's, in seconds. */
  public static final long CLOCK_TOLERANCE_SECONDS = 120;

  private static final Pattern ORIGIN = Pattern.compile("[a-z0-9][a-z0-9./-]{2,99}");

  public Terms {
    if (!isOrigin(ledger) || expiresAt <= issuedAt || expiresAt - issuedAt > LONGEST_SECONDS) {
      throw new IllegalArgumentException("not the terms of an order");
    }
  }

  /** Tells whether the order is dead at that time, in unix seconds. */
  public boolean isOver(long now) {
    return now > expiresAt;
  }

  /** Tells whether it was made later than that time, in unix seconds, and by more than clocks may differ. */
  public boolean isEarly(long now) {
    return issuedAt > now + CLOCK_TOLERANCE_SECONDS;
  }

  /** Tells whether a text can name a ledger: a host name and path, without scheme, in lower case. */
  public static boolean isOrigin(String text) {
    return ORIGIN.matcher(text).matches();
  }
}
