package org.omloop.ledger.account;

import java.util.Locale;

/** What a key may do for its account. */
public enum Right {
  PAY,
  RECEIVE,
  REFUND,
  REDEEM,
  /** Sign the operator's orders. */
  OPERATE,
  /** Give the second of two signatures. */
  APPROVE,
  /** Read the whole journal. */
  AUDIT,
  /** Sign what the server itself books by policy: levies, seals, statements. */
  SERVE;

  /** Returns the name used in orders and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
