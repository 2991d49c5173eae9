package org.omloop.ledger.circulation.disclosure;

/** One of the four directions in which cells add up to larger cells. */
public enum Dimension {
  PERIOD,
  AREA,
  SECTOR,
  FLOW
}
