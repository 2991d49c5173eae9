/**
 * The demo's neighbourhood: residents, organisations, programmes of the municipality and the neighbourhood fund,
 * all invented, grown from a seed. Pure: the same seed gives the same neighbourhood on every machine, so nothing here
 * reads a clock, a locale or the order of a hash table, and every amount is an integer of minor units.
 */
@NullMarked
package org.omloop.server.demo.neighbourhood;

import org.jspecify.annotations.NullMarked;
