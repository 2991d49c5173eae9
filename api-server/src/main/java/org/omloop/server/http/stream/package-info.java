/**
 * Server-sent events (WHATWG HTML, 9.2): an account's entries as they are booked, after a cut from the last one seen.
 */
@NullMarked
package org.omloop.server.http.stream;

import org.jspecify.annotations.NullMarked;
