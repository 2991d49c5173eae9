/**
 * The demo's market, planned ahead: what every member of an invented neighbourhood does on each day, as a pure function
 * of seed, first day and number of days. One {@code Rhythm} per custom (shopping, wages, grants …) notes wishes for a
 * day; the {@code Book} lets them come in order of time and keeps a mirror of the balances, so that what is intended
 * will succeed, and what is meant to be refused will be refused for the reason planned. No IO, no clock.
 */
@NullMarked
package org.omloop.server.demo.market;

import org.jspecify.annotations.NullMarked;
