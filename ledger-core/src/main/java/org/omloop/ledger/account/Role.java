package org.omloop.ledger.account;

import java.util.Locale;

/** An actor's part in the neighbourhood's economy; the parties' roles decide an entry's kind. */
public enum Role {
  RESIDENT,
  GOVERNMENT,
  FIRM,
  SOCIAL,
  COOPERATIVE,
  COMMONS,
  FUND;

  /** Tells whether the actor is an organisation: everyone but residents and the fund. */
  public boolean isOrganisation() {
    return this != RESIDENT && this != FUND;
  }

  /** Returns the name used in orders and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
