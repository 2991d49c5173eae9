/**
 * The server, composed by hand.
 */
@NullMarked
package org.omloop.server;

import org.jspecify.annotations.NullMarked;
