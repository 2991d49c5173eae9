/** Paying redemptions out: batches that two people make, files for the bank, and what the journal says became of them. */
@NullMarked
package org.omloop.server.payouts;

import org.jspecify.annotations.NullMarked;
