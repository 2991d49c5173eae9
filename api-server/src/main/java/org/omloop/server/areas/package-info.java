/**
 * Names and boundaries of the areas in which members are registered, as the operator's GeoJSON file has them (RFC 7946). They
 * are no part of the journal: it has the codes alone, and what an area is called may change.
 */
@NullMarked
package org.omloop.server.areas;

import org.jspecify.annotations.NullMarked;
