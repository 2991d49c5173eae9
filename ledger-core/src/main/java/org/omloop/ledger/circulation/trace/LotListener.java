package org.omloop.ledger.circulation.trace;

/** Is told which lots a row moves. */
@FunctionalInterface
public interface LotListener {
  /**
   * Lots leave the payer of a row that is no inflow; they are as they were with the payer.
   *
   * @param row of any movement but an inflow, own transfers included
   */
  void moves(int row, Lots parts);
}
