package org.omloop.ledger.circulation.disclosure;

import java.util.OptionalInt;

/**
 * How much of a table is hidden (rule 10).
 *
 * @param cells how many cells the table has
 * @param hidden how many of them are hidden
 * @param amountPercent the share of the amount that is hidden, as everybody can work out from what is shown; empty
 *     where the table's total is hidden or zero, since the share would then tell of the hidden cells
 */
public record HiddenCells(int cells, int hidden, OptionalInt amountPercent) {}
