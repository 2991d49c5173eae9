package org.omloop.ledger.journal;

import java.util.Locale;

/** Which way a posting goes. Members' money is what the association owes them, so a debit takes and a credit gives. */
public enum Side {
  DEBIT,
  CREDIT;

  /** Returns the name used in entries and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
