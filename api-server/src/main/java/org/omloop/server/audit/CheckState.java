package org.omloop.server.audit;

import java.util.Locale;

/** How far a check came. */
public enum CheckState {
  PASSED,
  FAILED,
  /** There was nothing to check, or something before it failed. */
  NOT_REACHED;

  /** Returns the name used in reports. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
