/** Hands out what the areas of the circuit are called, and their boundaries. */
@NullMarked
package org.omloop.server.http.area;

import org.jspecify.annotations.NullMarked;
