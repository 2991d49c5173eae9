package org.omloop.ledger.circulation.disclosure;

/** How many units there are, whether they paid or not. */
public interface Population {
  /** Returns how many units could have paid in a cell. */
  int possiblePayers(Cell cell);

  /** Returns how many units could have been paid in a cell. */
  int possiblePayees(Cell cell);

  /** Returns how many residents had a row in a period. */
  int activeResidents(Period period);

  /** Returns how many organisations had a row in a period. */
  int activeOrganisations(Period period);
}
