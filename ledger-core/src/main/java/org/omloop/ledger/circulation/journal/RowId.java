package org.omloop.ledger.circulation.journal;

/**
 * The id of a row: {@code <origin>/<index>}, and {@code <origin>/<index>-<leg>} for all but an entry's first movement
 * (circulation.md, section 4). The server gives it, so that no payer can choose how cents are rounded, and an exported
 * table repeats the live measurement's splits.
 *
 * @param index the entry's index in the journal
 * @param leg counts an entry's movements from 0, and after them the credit that they draw and retire, as it is booked
 */
public record RowId(String origin, long index, int leg) {
  @Override
  public String toString() {
    return leg == 0 ? origin + "/" + index : origin + "/" + index + "-" + leg;
  }
}
