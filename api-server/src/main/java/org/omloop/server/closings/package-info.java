/** A shop's takings: each sale and refund as the journal has it, their totals, and the closings that divide them (X and Z). */
@NullMarked
package org.omloop.server.closings;

import org.jspecify.annotations.NullMarked;
