/**
 * Measures how money goes round in a neighbourhood: {@link org.omloop.ledger.circulation.Circulation} takes a
 * ledger's rows and gives a {@link org.omloop.ledger.circulation.CirculationReport}. What the books prove and what a
 * tracing rule assumes are kept apart, in figures as in code. The definitions are in circulation.md; C1 … C32 are its
 * indicators.
 */
@NullMarked
package org.omloop.ledger.circulation;

import org.jspecify.annotations.NullMarked;
