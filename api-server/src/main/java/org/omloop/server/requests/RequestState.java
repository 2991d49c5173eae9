package org.omloop.server.requests;

import java.util.Locale;

/** What a payment request is at a moment. */
public enum RequestState {
  OPEN,
  /** One wallet is confirming; it has 60 seconds. */
  CLAIMED,
  PAID,
  EXPIRED,
  /** The payee took it back. */
  WITHDRAWN;

  /** Returns the name used in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
