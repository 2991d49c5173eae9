package org.omloop.server.closings;

import java.util.Locale;

/** How a payment reached a shop. */
public enum Channel {
  /** In answer to a payment request: somebody read the till's code. */
  CODE,
  /** Without one. */
  DIRECT;

  /** Returns the name used in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
