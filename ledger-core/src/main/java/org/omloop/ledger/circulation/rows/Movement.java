package org.omloop.ledger.circulation.rows;

/** What a row does to money, after its kind and its two sides (circulation.md, section 2). */
public enum Movement {
  /** Money comes into the circuit: issued, granted, or drawn as credit. */
  INFLOW,
  /** Money is passed on between two units: purchase, b2b, wage, gift, or a grant out of the fund. */
  HOP,
  /** Somebody pays the fund. */
  CONTRIBUTION,
  /** The fund takes a part of what is held. */
  LEVY,
  /** Between two accounts of one unit: moves money and counts nowhere else. */
  OWN_TRANSFER,
  /** A payee gives back to the payer. */
  REFUND,
  /** Money leaves the circuit: redeemed, burned, expired, an inflow given back, or credit retired. */
  EXIT
}
