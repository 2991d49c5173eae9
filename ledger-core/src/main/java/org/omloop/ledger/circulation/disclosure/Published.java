package org.omloop.ledger.circulation.disclosure;

/**
 * A value as an edition published it.
 *
 * @param edition from 1
 * @param amount minor units, rounded unless exact
 * @param isExact not rounded, as a figure of the whole circuit (rule 2)
 */
public record Published(int edition, long amount, boolean isExact) {}
