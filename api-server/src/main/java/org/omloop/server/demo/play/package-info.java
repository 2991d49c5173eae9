/**
 * Plays the demo's plan on a running server through its public API, as the members' own phones and tills would: orders
 * signed with their keys go in, receipts are verified, and every outcome is compared with the plan. A market clock lets
 * days pass in seconds; only the demo and tests have one.
 */
@NullMarked
package org.omloop.server.demo.play;

import org.jspecify.annotations.NullMarked;
