/**
 * Marked coins: a sample of single minor units, each followed from row to row as the well-mixed rule has it, so that a
 * whole path can be asked for: where money went next, whether it came back, and what an auditor can follow by hand
 * (circulation.md, section 4).
 */
@NullMarked
package org.omloop.ledger.circulation.coins;

import org.jspecify.annotations.NullMarked;
