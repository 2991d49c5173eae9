/**
 * Who reads: a caller proves possession of an enrolled key by signing a challenge, and gets a token for ten minutes.
 * What it may read then follows from the journal at every request, so a revoked key reads nothing from that moment on.
 */
@NullMarked
package org.omloop.server.http.session;

import org.jspecify.annotations.NullMarked;
