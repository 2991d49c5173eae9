package org.omloop.ledger.circulation.coins;

/**
 * The way of one marked coin through the ledger.
 *
 * <p>Immutable, unless somebody writes to the array.
 *
 * @param coin its name: {@code <id of the row it came in by>:<which minor unit of that row, from 0>}
 * @param rows the rows it went by, in order, own transfers too; the first brought it into the circuit, the last one
 *     brought it where it is, or out
 */
public record CoinPath(String coin, int[] rows) {
  /** Returns the row by which it came in. */
  public int inflow() {
    return rows[0];
  }

  /** Returns the row by which it came where it is, or left. */
  public int last() {
    return rows[rows.length - 1];
  }
}
