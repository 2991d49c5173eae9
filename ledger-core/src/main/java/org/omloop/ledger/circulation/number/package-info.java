/**
 * Exact arithmetic where 63 bits do not hold it: amounts times times, and parts of amounts. Nothing here rounds
 * but {@link org.omloop.ledger.circulation.number.SixDecimals}.
 */
@NullMarked
package org.omloop.ledger.circulation.number;

import org.jspecify.annotations.NullMarked;
