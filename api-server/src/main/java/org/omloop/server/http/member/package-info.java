/** The members' list over HTTP: stated by the office, signed by the server, read by anybody. */
@NullMarked
package org.omloop.server.http.member;

import org.jspecify.annotations.NullMarked;
