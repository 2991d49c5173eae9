/** Orders that wait for a second signature, over HTTP. */
@NullMarked
package org.omloop.server.http.proposal;

import org.jspecify.annotations.NullMarked;
