/** Payment requests over HTTP. */
@NullMarked
package org.omloop.server.http.request;

import org.jspecify.annotations.NullMarked;
