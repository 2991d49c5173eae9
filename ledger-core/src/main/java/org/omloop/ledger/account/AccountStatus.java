package org.omloop.ledger.account;

import java.util.Locale;

/** Whether an account may pay and be paid. */
public enum AccountStatus {
  OPEN,
  /** Stopped by an operator for the time being. */
  SUSPENDED,
  /** Ended for ever, at a balance of zero. */
  CLOSED;

  /** Returns the name used in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
