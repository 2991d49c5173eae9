/**
 * The demo: a neighbourhood's market played with real orders, signed by real keys. The plan of what happens comes from
 * {@code demo.market}, the members from {@code demo.neighbourhood}; here both become orders that any ledger can decide.
 * Everything follows from a seed, the keys too, so it is for play money alone.
 */
@NullMarked
package org.omloop.server.demo;

import org.jspecify.annotations.NullMarked;
