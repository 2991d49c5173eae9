/**
 * Follows money from where it enters to where it leaves, under one of three rules (circulation.md, section 4). {@link
 * org.omloop.ledger.circulation.trace.LotTracing} keeps every lot to the cent. What comes out depends on the rule;
 * what does not is in {@link org.omloop.ledger.circulation.books}.
 */
@NullMarked
package org.omloop.ledger.circulation.trace;

import org.jspecify.annotations.NullMarked;
