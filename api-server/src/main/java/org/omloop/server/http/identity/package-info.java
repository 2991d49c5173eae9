/** Personal data over HTTP: told by members and by the office, read by nobody else. */
@NullMarked
package org.omloop.server.http.identity;

import org.jspecify.annotations.NullMarked;
