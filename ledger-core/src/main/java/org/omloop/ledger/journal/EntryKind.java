package org.omloop.ledger.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry means for bookkeeping and measuring; it follows from the order and the parties' roles. */
public enum EntryKind {
  GENESIS,
  OPEN,
  CLOSE,
  SUSPEND,
  CLASSIFY,
  LIMIT,
  KEY_ADD,
  KEY_REVOKE,
  POLICY,
  /** What a treasury or a fund hands out under one name. */
  PROGRAMME,
  /** Units against a bank credit. */
  ISSUE,
  /** A programme's or the fund's money to an actor. */
  GRANT,
  /** A resident pays an organisation. */
  PURCHASE,
  /** An organisation pays an organisation. */
  B2B,
  /** An organisation pays a resident. */
  WAGE,
  /** A resident pays a resident. */
  GIFT,
  /** Somebody pays the fund. */
  CONTRIBUTION,
  /** The fund takes a part of what is held. */
  DEMURRAGE,
  /** A payee gives back. */
  REFUND,
  /** Units leave the circuit for euros. */
  REDEEM,
  /**
   * What is paid below zero comes into the circuit, and what is received below zero leaves it. Of rows that are measured;
   * no entry is of this kind.
   */
  CREDIT,
  /** The bank has paid a redemption. */
  PAID_OUT,
  /** A redemption comes back. */
  RETURNED,
  HOLD,
  RELEASE,
  SEAL,
  STATEMENT,
  /** An order was refused; nothing moved. */
  REFUSED;

  /** Returns the kind of that name in entries. */
  public static Optional<EntryKind> named(String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName().equals(wireName))
        .findFirst();
  }

  /** Tells whether money passed from one actor to another: what spending is counted by. */
  public boolean isSpending() {
    return this == PURCHASE || this == B2B || this == WAGE || this == GIFT;
  }

  /** Returns the name used in entries and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
