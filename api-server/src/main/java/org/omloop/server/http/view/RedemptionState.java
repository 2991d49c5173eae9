package org.omloop.server.http.view;

import java.util.Locale;

/** How far a redemption is. */
public enum RedemptionState {
  /** The bank has still to pay it. */
  REQUESTED,
  PAID_OUT,
  /** The units are back, whether or not the bank had paid before. */
  RETURNED;

  /** Returns the state of that name; the contract has seen to it that there is one. */
  public static RedemptionState named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Returns the name used in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
