/**
 * The decisions of one currency: a pure function of state, order and time. No IO and no clock.
 */
@NullMarked
package org.omloop.ledger;

import org.jspecify.annotations.NullMarked;
