/**
 * What stands before every handler: headers that browsers need, bounds on bodies, time and number of requests, and the
 * check against the contract.
 */
@NullMarked
package org.omloop.server.http.guard;

import org.jspecify.annotations.NullMarked;
