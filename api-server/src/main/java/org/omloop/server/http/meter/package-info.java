/** The legal meters before the API, and the pack for the supervisor. */
@NullMarked
package org.omloop.server.http.meter;

import org.jspecify.annotations.NullMarked;
