package org.omloop.ledger.account;

import java.util.Locale;

/** What an account is for. Money circulates between {@link #HOLDER} and {@link #FUND} accounts: the circuit. */
public enum AccountType {
  /** The source of all units: its negative balance is what is outstanding. */
  ISSUANCE,
  /** A member's own account. */
  HOLDER,
  /** A programme's money before it is granted. */
  TREASURY,
  /** The neighbourhood fund: commons, filled by contributions and granted by votes. */
  FUND,
  /** Units redeemed and not yet paid out by the bank. */
  TRANSIT,
  /** The operator's own account, which also carries the operators' keys. */
  FEES;

  /** Tells whether money on such an account is inside the circuit (circulation.md, section 2). */
  public boolean isInsideCircuit() {
    return this == HOLDER || this == FUND;
  }

  /** Tells whether an operator may open accounts of this type; the others exist once, from genesis. */
  public boolean canBeOpened() {
    return this == HOLDER || this == TREASURY || this == FUND;
  }

  /** Returns the name used in orders and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
