/** Payouts: what was asked for, batches that two people make of it, files for the bank. */
@NullMarked
package org.omloop.server.http.payout;

import org.jspecify.annotations.NullMarked;
