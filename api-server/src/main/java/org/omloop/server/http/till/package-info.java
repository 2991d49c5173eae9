/** What a till without a connection has in common with the server. */
@NullMarked
package org.omloop.server.http.till;

import org.jspecify.annotations.NullMarked;
